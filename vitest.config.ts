import { defineConfig } from 'vitest/config';

const MINUTE = 60_000;
/** Waiting in tests ends as soon as there is what was waited for; how long at most, only a machine that is busy with other tests ever finds out. */
const PATIENT = { poll: { timeout: 20_000 } };
const NEVER = ['**/node_modules/**', '**/.next/**', '**/out/**', '**/overlay/**'];

/**
 * Projects by what they need: `unit` nothing but Node, `integration` a real PostgreSQL and a real media worker, `start` a built
 * web app and the machine to itself because it takes times, `e2e` real browsers as well.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{shared,server,web,scripts}/**/*.test.{ts,tsx,mjs}', 'tests/architecture/**/*.test.ts'],
          exclude: [...NEVER, '**/*.int.test.ts'],
          // Properties play thousands of steps; on a busy machine that takes longer than the default allows.
          testTimeout: MINUTE,
          hookTimeout: MINUTE,
          expect: PATIENT,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['server/**/*.int.test.ts', 'tests/{integration,deployment}/**/*.test.ts'],
          exclude: NEVER,
          globalSetup: ['server/src/database/testing/oneServer.ts'],
          testTimeout: MINUTE,
          hookTimeout: 2 * MINUTE,
          expect: PATIENT,
        },
      },
      {
        test: {
          name: 'start',
          include: ['tests/start/**/*.test.ts'],
          exclude: NEVER,
          testTimeout: 2 * MINUTE,
          hookTimeout: MINUTE,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          exclude: NEVER,
          // Several browsers with cameras at once take all the processors there are: one file after the other.
          fileParallelism: false,
          maxWorkers: 1,
          testTimeout: 3 * MINUTE,
          hookTimeout: 5 * MINUTE,
        },
      },
    ],
  },
});
