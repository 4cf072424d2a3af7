import type { MatterView } from '@doorstep/shared/visit/viewShape.ts';
import { type FormEvent, type ReactNode, useState } from 'react';
import { UNKNOWN } from '../../content/staff/unknown.ts';
import type { Drafts } from '../../drafts/Drafts.ts';
import { useDraft } from '../../drafts/useDraft.ts';
import { Button } from '../../ui/Button.tsx';
import { TextArea, TextField } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { suggestion } from './say.ts';
import { commandFor, FIELDS, type FieldName, missingOf, recordOf, type Step, type Written } from './steps.ts';
import styles from './UnknownAlerts.module.css';
import type { Act } from './UnknownAlerts.tsx';

interface StepFormProps {
  readonly step: Step;
  readonly matter: MatterView;
  readonly act: Act;
  readonly drafts: Drafts;
}

/** The longest text that is rather one line than a few sentences. */
const ONE_LINE = 150;

const labelOf = (name: FieldName): string => UNKNOWN.fields[name];

/** One step: whom to ask or what to say, what is written down of it, and the press that takes it. */
export function StepForm({ step, matter, act, drafts }: StepFormProps): ReactNode {
  const [missing, setMissing] = useState<readonly FieldName[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const keyOf = (name: FieldName | ''): string => `${matter.id} ${step} ${name}`;
  const written = (): Written =>
    Object.fromEntries(
      FIELDS[step].map(({ name }) => [name, drafts.read(keyOf(name)) ?? suggestion(step, name, matter)]),
    );

  const take = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const now = missingOf(step, written());
    setMissing(now);
    const command = commandFor(step, matter, recordOf(step, written(), labelOf));
    if (now.length > 0 || command === null || isBusy) return;
    setBusy(true);
    const why = await act(command);
    setBusy(false);
    setRefused(why);
    if (why !== null) return;
    drafts.drop(keyOf(''));
    drafts.drop(`${matter.id} ${matter.state}`);
  };
  const isDrastic = step === 'remove' || step === 'end';
  return (
    <form noValidate className={styles.form} onSubmit={(event) => void take(event)}>
      <Guide step={step} matter={matter} />
      {FIELDS[step].map(({ name, longest }) => (
        <Words
          key={name}
          drafts={drafts}
          at={keyOf(name)}
          name={name}
          suggests={suggestion(step, name, matter)}
          longest={longest}
          error={missing.includes(name) ? UNKNOWN.missing : undefined}
        />
      ))}
      {refused && (
        <Notice tone="danger" live="alert">
          <p>{refused}</p>
        </Notice>
      )}
      <Button type="submit" kind={isDrastic ? 'danger' : 'primary'} busy={isBusy}>
        {UNKNOWN.steps[step].yes}
      </Button>
    </form>
  );
}

function Guide({ step, matter }: Pick<StepFormProps, 'step' | 'matter'>): ReactNode {
  const words = UNKNOWN.steps[step];
  if (step === 'remove' && matter.place.is === 'inside')
    return <p>{UNKNOWN.removes[matter.place.joinsBy](matter.whose ?? '')}</p>;

  return (
    <>
      <p>{words.guide}</p>
      {'say' in words && <p className={styles.say}>{words.say}</p>}
    </>
  );
}

interface WordsProps {
  readonly drafts: Drafts;
  readonly at: string;
  readonly name: FieldName;
  readonly suggests: string;
  readonly longest: number;
  readonly error: string | undefined;
}

function Words({ drafts, at, name, suggests, longest, error }: WordsProps): ReactNode {
  const [text, write] = useDraft(drafts, at, suggests);
  const shared = { label: labelOf(name), value: text, onValue: write, error, maxLength: longest, autoComplete: 'off' };
  return longest <= ONE_LINE ? <TextField {...shared} /> : <TextArea {...shared} />;
}
