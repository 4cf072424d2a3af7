import { bigint, integer, jsonb, pgTable, primaryKey, text } from './drizzle.ts';

/** The tables as the migrations in server/drizzle make them. What is read from a `jsonb` column is parsed where it is read. */
export const visits = pgTable('visits', {
  id: text('id').primaryKey(),
  version: integer('version').notNull(),
  phase: text('phase', { enum: ['planned', 'open', 'ended'] }).notNull(),
  scheduledFor: bigint('scheduled_for', { mode: 'number' }).notNull(),
  staff: text('staff').array().notNull(),
  summary: jsonb('summary').notNull(),
});

export const events = pgTable(
  'events',
  {
    visit: text('visit').notNull(),
    version: integer('version').notNull(),
    schema: integer('schema').notNull(),
    at: bigint('at', { mode: 'number' }).notNull(),
    command: text('command').notNull(),
    actor: jsonb('actor').notNull(),
    event: jsonb('event').notNull(),
  },
  (table) => [primaryKey({ columns: [table.visit, table.version] })],
);

export const seats = pgTable('seats', {
  session: text('session').primaryKey(),
  credential: text('credential').notNull(),
  visit: text('visit').notNull(),
  participant: text('participant').notNull(),
  invitation: text('invitation'),
  identity: text('identity', { enum: ['signedIn', 'ownLink'] }).notNull(),
  staff: text('staff'),
});

export const staffSessions = pgTable('staff_sessions', {
  credential: text('credential').primaryKey(),
  staff: text('staff').notNull(),
  name: text('name').notNull(),
  team: text('team').notNull(),
  signedInAt: bigint('signed_in_at', { mode: 'number' }).notNull(),
  lastSeenAt: bigint('last_seen_at', { mode: 'number' }).notNull(),
});
