import type { CommandType } from './commands.ts';

/**
 * What one device may say over and over, of itself or of what it sees, each time with something new and each time an entry in the log.
 * Nothing in the visit bounds it, because no such answer is ever the last: the server bounds how often one device says any of it.
 * Leaving is not among them: it must never be too fast.
 */
export const TELLINGS: readonly CommandType[] = [
  'presence.setMedia',
  'household.tell',
  'check.report',
  'help.ask',
  'help.dismiss',
  'senses.answer',
  'alone.answer',
  'condition.tell',
  'sight.tell',
];

/**
 * [SAFE-2] What makes every other device in the room give everybody a new key, and wait for theirs: to come in, and to encrypt with another
 * key. Bounded more narrowly than a telling, and together, because it costs the others more than whoever says it.
 */
export const COMINGS: readonly CommandType[] = ['presence.enter', 'protection.offer'];

/** [UNK-3] Bounded like a telling, by itself: what a screen tells of its own accord must not use up what raises the alarm. */
export const ALARM: CommandType = 'unknown.notice';

/** What the chair, who leads beside the host, may say over and over: bounded in the same way, and by itself as well. */
export const LEADING: readonly CommandType[] = [
  'introduction.call',
  'introduction.done',
  'senses.ask',
  'unknown.describe',
  'protection.begin',
  'protection.check',
];
