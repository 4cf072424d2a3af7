import { codeOf, lineAt } from './code.ts';
import { file, type Rule } from './rule.ts';
import { isTest } from './sources.ts';

/** A rule that certain words do not stand in the code of certain files. Comments and texts may say what they like. */
function wordRule({
  name,
  where,
  words,
  planted,
  allowed = [],
}: Omit<Rule, 'find'> & { readonly where: (path: string) => boolean; readonly words: RegExp }): Rule {
  return {
    name,
    planted,
    allowed,
    find: (sources) =>
      sources
        .filter(({ path }) => where(path) && !path.endsWith('.css'))
        .flatMap(({ path, text }) => {
          const { bare } = codeOf(text);
          return [...bare.matchAll(words)].map(
            ({ 0: found, index }) => `${path}:${lineAt(bare, index)} says ${found.trim()}`,
          );
        }),
  };
}

const LONGEST = 300;
const LONGEST_COMPOSITION = 80;
const COMPOSITION = /^shared\/src\/visit\/(?:visit|decide|view|mediaPlan|deadlines|record)\.ts$/;
const SAYS_NOTHING = /(?:^|\/)(?:utils?|helpers?|common|misc|types|managers?|\w+Manager)(?:\.[^/]*)?(?:\/|$)/i;

const lines = (count: number) => 'const a = 1;\n'.repeat(count);
const lengthOf = (text: string) => text.trimEnd().split('\n').length;

const PURITY: readonly Rule[] = [
  wordRule({
    name: 'the domain has no clock, no chance and no surroundings',
    where: (path) => /^shared\/src\/(?:visit|lib)\//.test(path) && !isTest(path),
    words:
      /\b(?:Date\.now|new Date|Math\.random|setTimeout|setInterval|setImmediate|queueMicrotask|performance|process|crypto|globalThis|fetch)\b|(?<![.\w])console\s*\.\s*\w+/g,
    planted: [
      file('shared/src/visit/a.ts', 'const now = Date.now();'),
      file('shared/src/visit/b.ts', 'const now = new Date();'),
      file('shared/src/visit/lobby/c.ts', 'setTimeout(() => admit(), 5000);'),
      file('shared/src/lib/d.ts', 'const id = crypto.randomUUID();'),
      file('shared/src/visit/e.ts', 'const id = 1 + Math.random();'),
    ],
    allowed: [file('shared/src/visit/f.ts', '// Date.now() would be wrong here\nconst says = "new Date()";')],
  }),
  wordRule({
    name: 'sframe uses what Node and a worker of a browser both have',
    where: (path) => path.startsWith('shared/src/sframe/') && !isTest(path),
    words: /\b(?:Buffer|process|require|global|setImmediate|window|document|localStorage)\b/g,
    planted: [
      file('shared/src/sframe/a.ts', "const bytes = Buffer.from(text, 'base64url');"),
      file('shared/src/sframe/b.ts', 'window.crypto.subtle.digest(name, bytes);'),
    ],
    allowed: [file('shared/src/sframe/c.ts', 'crypto.subtle.digest(name, frame.buffer);')],
  }),
  wordRule({
    name: 'an effect gives React nothing that a browser gave it: newer ones answer a scroll with a promise, which would be called as a cleanup',
    where: (path) => path.startsWith('web/src/'),
    words: /\buse(?:Layout)?Effect\(\s*\(\)\s*=>\s*[\w.?]+\.(?:focus|scroll\w*)\(/g,
    planted: [
      file('web/src/ui/a.tsx', "useEffect(() => help.current?.scrollIntoView({ block: 'nearest' }), []);"),
      file('web/src/ui/b.tsx', 'useLayoutEffect(() => title.current?.focus(), []);'),
    ],
    allowed: [file('web/src/ui/c.tsx', 'useEffect(() => { title.current?.focus(); }, []);')],
  }),
  wordRule({
    name: 'nothing is left to Math.random',
    where: () => true,
    words: /\bMath\s*\.\s*random\b/g,
    planted: [
      file('web/src/visit/a.ts', 'const wait = 200 * Math.random();'),
      file('tests/e2e/b.test.ts', 'Math.random()'),
    ],
  }),
];

const DOORS: readonly Rule[] = [
  wordRule({
    name: 'socket events are taken in at the one guarded dispatcher, and in the browser by the visit client',
    where: (path) => !isTest(path) && !/^(?:server\/src\/gateway|web\/src\/visit)\//.test(path),
    words: /\b(?:socket|io|namespace)\s*\.\s*(?:on|once|onAny|addListener)\s*\(/g,
    planted: [file('server/src/visits/a.ts', "socket.on('command', (message) => {});")],
    allowed: [file('server/src/gateway/dispatcher.ts', 'socket.onAny((...message) => guard(message));')],
  }),
  wordRule({
    name: 'tokens are signed and verified in the one file that wraps it',
    where: (path) => !isTest(path) && !/^server\/src\/identity\/(?:jsonWebToken|InvitationTokens)\.ts$/.test(path),
    words: /\b(?:jwt|jsonwebtoken)\s*\.\s*(?:sign|verify|decode)\b/gi,
    planted: [file('server/src/http/a.ts', 'const who = jwt.decode(token);')],
  }),
  wordRule({
    name: 'HTML is never put in by hand but for the watchdog of the family page',
    where: (path) => path !== 'web/src/features/join/Watchdog.tsx',
    words: /\b(?:dangerouslySetInnerHTML|innerHTML|outerHTML|insertAdjacentHTML|document\.write)\b/g,
    planted: [
      file('web/src/features/chat/a.tsx', 'return <p dangerouslySetInnerHTML={{ __html: words }} />;'),
      file('web/src/visit/b.ts', 'element.innerHTML = name;'),
    ],
  }),
];

const HONESTY: readonly Rule[] = [
  wordRule({
    name: 'an effect gives back its own undoing and nothing else: browsers have begun to answer calls that used to answer nothing',
    where: (path) => path.startsWith('web/src/'),
    words: /\buse(?:Layout)?Effect\(\(\) => [\w.?]*\.(?:focus|blur|scroll\w*|animate)\(/g,
    planted: [
      file('web/src/ui/a.tsx', "useEffect(() => help.current?.scrollIntoView({ block: 'nearest' }), []);"),
      file('web/src/ui/b.tsx', 'useLayoutEffect(() => title.current?.focus(), []);'),
    ],
    allowed: [file('web/src/ui/c.tsx', 'useEffect(() => {\n  title.current?.focus();\n}, []);')],
  }),
  wordRule({
    name: 'types are not talked round',
    where: () => true,
    words: /\bas\s+unknown\s+as\b|\bas\s+any\b|:\s*any\b|<any>|@ts-ignore|@ts-nocheck/g,
    planted: [
      file('server/src/a.ts', 'const visit = row as unknown as Visit;'),
      file('tests/b.test.ts', 'const x: any = 1;'),
    ],
  }),
  wordRule({
    name: 'tests are not skipped, not alone, not tried again, not mocked, and do not wait for a fixed time',
    where: (path) => isTest(path) && !path.startsWith('tests/bench/'),
    words:
      /\b(?:test|it|describe)(?:\.\w+)*\.(?:skip|only|todo|skipIf|runIf|fails)\b|\b(?:vi|jest)\.(?:mock|doMock|hoisted)\b|\bwaitForTimeout\b|\bretry:\s*[1-9]/g,
    planted: [
      file('server/src/a.test.ts', "test.skip('[JOIN-3] later', () => {});"),
      file('tests/e2e/b.test.ts', 'await page.waitForTimeout(500);'),
      file('web/src/c.test.ts', "vi.mock('socket.io-client');"),
      file('tests/e2e/d.test.ts', "test('x', { retry: 2 }, run);"),
    ],
  }),
];

const SIZE: readonly Rule[] = [
  {
    name: `no file is longer than ${LONGEST} lines, no composition file of the domain longer than ${LONGEST_COMPOSITION}`,
    find: (sources) =>
      sources.flatMap(({ path, text }) => {
        const limit = COMPOSITION.test(path) ? LONGEST_COMPOSITION : LONGEST;
        return lengthOf(text) > limit ? [`${path} has ${lengthOf(text)} lines`] : [];
      }),
    planted: [
      file('server/src/visits/a.ts', lines(LONGEST + 1)),
      file('web/src/ui/a.css', lines(LONGEST + 1)),
      file('shared/src/visit/decide.ts', lines(LONGEST_COMPOSITION + 1)),
    ],
    allowed: [
      file('server/src/visits/b.ts', lines(LONGEST)),
      file('shared/src/visit/decide.ts', lines(LONGEST_COMPOSITION)),
      file('shared/src/visit/roster/decide.ts', lines(LONGEST_COMPOSITION + 1)),
    ],
  },
  {
    name: 'no file or folder has a name that says nothing',
    find: (sources) => sources.map(({ path }) => path).filter((path) => SAYS_NOTHING.test(path)),
    planted: [
      file('server/src/utils.ts', ''),
      file('web/src/helpers/dates.ts', ''),
      file('server/src/visits/VisitManager.ts', ''),
      file('shared/src/visit/types.test.ts', ''),
    ],
    allowed: [file('shared/src/visit/people.ts', ''), file('web/src/ui/prototypes.ts', '')],
  },
];

export const TEXT_RULES: readonly Rule[] = [...PURITY, ...DOORS, ...HONESTY, ...SIZE];
