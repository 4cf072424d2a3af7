import type { CheckReport, HelpHint } from '@doorstep/shared/visit/checks/state.ts';
import { FINDINGS, HELP } from '../../../content/staff/help.ts';

/** What a device check says to the host: only what is not fine, or in a few words that nothing is. */
export interface Findings {
  readonly troubles: readonly string[];
  /** Null when the troubles say it all. */
  readonly summary: string | null;
  /** The hints that would help. */
  readonly hints: readonly HelpHint[];
}

const WHAT = ['camera', 'picture', 'microphone', 'speaker', 'network', 'overheard', 'behind', 'equipment'] as const;
const TRIED = ['camera', 'microphone', 'speaker', 'network'] as const;

/** [JOIN-6] In the order in which one would help: to be seen, to be heard, to hear, the line, the surroundings. */
export function findingsOf(check: CheckReport | null): Findings {
  if (check === null) return { troubles: [], summary: HELP.check.notYet, hints: [] };

  const troubles = WHAT.flatMap((what) => wordsFor(what, check) ?? []);
  return { troubles, summary: troubles.length > 0 ? null : summaryOf(check), hints: hintsFor(check) };
}

/** What was not asked has no words. */
function wordsFor(what: (typeof WHAT)[number], check: CheckReport): string | undefined {
  const words: Readonly<Partial<Record<string, string>>> = FINDINGS[what];
  return words[check[what] ?? ''];
}

function summaryOf(check: CheckReport): string {
  const states: readonly string[] = TRIED.map((what) => check[what]);
  if (states.every((state) => state === 'notTried')) return HELP.check.notYet;
  return states.some((state) => state === 'notTried' || state === 'skipped') ? HELP.check.partly : HELP.check.fine;
}

function hintsFor({ camera, picture, microphone, speaker, network }: CheckReport): readonly HelpHint[] {
  const isTaken = camera === 'inUse' || microphone === 'inUse';
  const isRefused = camera === 'refused' || microphone === 'refused';
  return [
    ...(isTaken ? (['closeOtherApps'] as const) : []),
    ...(isRefused ? (['tapCamera', 'openInBrowser'] as const) : []),
    ...(picture === 'dark' || picture === 'bright' ? (['moreLight'] as const) : []),
    ...(picture === 'black' ? (['faceTheCamera'] as const) : []),
    ...(microphone === 'silent' ? (['speakUp'] as const) : []),
    ...(speaker === 'notHeard' ? (['turnSoundUp'] as const) : []),
    ...(network === 'poor' || network === 'failed' ? (['useWifi'] as const) : []),
  ];
}
