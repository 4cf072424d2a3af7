import type { ClientCommand } from '@doorstep/shared/protocol/commands.ts';
import type { ParticipantId } from '@doorstep/shared/visit/ids.ts';
import type { CaseState } from '@doorstep/shared/visit/unknown/state.ts';
import type { Can, MatterView } from '@doorstep/shared/visit/viewShape.ts';
import type { UNKNOWN } from '../../content/staff/unknown.ts';

/** What whoever leads can do next in a matter. `remove` and `end` are acts of the visit, the others steps of the protocol. */
export type Step = keyof typeof UNKNOWN.steps;
export type FieldName = keyof typeof UNKNOWN.fields;

/** In which order the possible steps are offered: the one that the protocol asks for now comes first. */
const OFFERED: Readonly<Record<CaseState, readonly Step[]>> = {
  noticed: ['askFamily', 'explain', 'introduce', 'describe', 'left', 'remove'],
  familyAsked: ['explain', 'introduce', 'refuse', 'describe', 'left', 'remove'],
  explained: ['introduce', 'refuse', 'nobody', 'describe', 'left', 'remove'],
  refused: ['warn', 'describe', 'introduce', 'left', 'remove', 'end'],
  warned: ['introduce', 'left', 'remove', 'end', 'describe'],
  left: ['close', 'describe'],
  introduced: [],
  nobody: [],
  removed: [],
  callEnded: [],
};

/** Who can be removed: whose device it is, while it is inside. */
const removable = ({ about, place }: MatterView): ParticipantId | null =>
  about.is === 'device' && place.is === 'inside' ? about.participant : null;

function isPossible(step: Step, matter: MatterView, can: Can): boolean {
  if (step === 'end') return can['visit.end'] === 'yes';
  if (step === 'remove') return can[`lobby.remove:${removable(matter)}`] === 'yes';

  return can[`unknown.${step}:${matter.id}`] === 'yes';
}

/** [UNK-2] The steps that come next, as the server allows them; none before the visit has started. */
export const nextSteps = (matter: MatterView, can: Can): readonly Step[] =>
  OFFERED[matter.state].filter((step) => isPossible(step, matter, can));

interface Field {
  readonly name: FieldName;
  readonly longest: number;
  readonly required: boolean;
}

const words = (name: FieldName, required: boolean, longest = 500): Field => ({ name, longest, required });

/** What is written down at each step, and how long it may be; together never longer than the server takes. */
export const FIELDS: Readonly<Record<Step, readonly Field[]>> = {
  askFamily: [words('aloud', true)],
  explain: [words('said', true)],
  introduce: [words('name', true, 60), words('relationship', true, 40)],
  refuse: [words('happened', true)],
  describe: [words('voice', false, 140), words('looks', false, 140), words('where', false, 140)],
  warn: [words('aloud', true)],
  left: [words('note', false)],
  nobody: [words('wasThere', true)],
  close: [words('note', false)],
  remove: [],
  end: [words('reason', true, 300)],
};

export type Written = Readonly<Partial<Record<FieldName, string>>>;

/** The fields that have to be written before this step can be taken. A description needs one of its three. */
export function missingOf(step: Step, written: Written): readonly FieldName[] {
  const isEmpty = ({ name }: Field): boolean => (written[name] ?? '').trim() === '';
  const fields = FIELDS[step];
  if (step === 'describe') return fields.every(isEmpty) ? ['voice'] : [];

  return fields.filter((field) => field.required && isEmpty(field)).map(({ name }) => name);
}

/** What goes to the record: the one text as it is, several with what each of them is. */
export function recordOf(step: Step, written: Written, label: (name: FieldName) => string): string {
  const filled = FIELDS[step].flatMap(({ name }) => {
    const text = (written[name] ?? '').trim();
    return text === '' ? [] : [{ name, text }];
  });
  if (step !== 'describe') return filled.map(({ text }) => text).join(', ');

  return filled.map(({ name, text }) => `${label(name)}: ${text}`).join('. ');
}

/** The command behind a step; null when there is nobody to remove. */
export function commandFor(step: Step, matter: MatterView, record: string): ClientCommand | null {
  if (step === 'end') return { type: 'visit.end', words: record };
  if (step === 'remove') {
    const participant = removable(matter);
    return participant === null ? null : { type: 'lobby.remove', participant };
  }

  return { type: `unknown.${step}`, case: matter.id, words: record };
}
