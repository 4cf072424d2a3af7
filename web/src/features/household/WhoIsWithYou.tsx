import type { OwnHousehold } from '@doorstep/shared/visit/viewShape.ts';
import { type ReactNode, useRef, useState } from 'react';
import { household as words } from '../../content/family/household.ts';
import type { Reader } from '../../content/family/reader.ts';
import { type AnyRefusal, FAMILY_REFUSALS } from '../../content/refusals.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Announcer } from '../../ui/Quiet.tsx';
import { AddSomebody } from './AddSomebody.tsx';
import { BesideList } from './BesideList.tsx';
import { type Beside, type Draft, draftOf, NOBODY_YET, problemOf, put, without } from './draft.ts';
import type { DraftMemory } from './draftMemory.ts';
import styles from './Household.module.css';

/** Called inside the person's tap; answers why the visit has not taken it, null when it has. */
export type Tell = (people: readonly Beside[]) => Promise<AnyRefusal | null>;

interface WhoIsWithYouProps {
  readonly reader: Reader;
  /** What was said before. */
  readonly before: OwnHousehold;
  readonly memory: DraftMemory;
  readonly onTell: Tell;
  readonly skip: { readonly label: string; readonly onSkip: () => void } | null;
}

/** [JOIN-5] The answer to “Who is with you?”, one thing at a time: nobody, or one person after the other. The question stands above it. */
export function WhoIsWithYou({ reader, before, memory, onTell, skip }: WhoIsWithYouProps): ReactNode {
  const say = words[reader];
  const [draft, setDraft] = useState<Draft>(() => memory.recall() ?? draftOf(before));
  const [telling, setTelling] = useState(false);
  const [refusal, setRefusal] = useState<AnyRefusal | null>(null);
  const [says, setSays] = useState('');
  const place = useRef<HTMLFieldSetElement>(null);

  const change = (next: Draft): void => {
    setDraft(next);
    memory.keep(next);
  };
  /** Whoever listens or uses a keyboard is brought to what has taken the place of what they pressed. */
  const turnTo = (next: Draft, saying = ''): void => {
    change(next);
    setSays(saying);
    place.current?.focus();
  };
  const tell = async (): Promise<void> => {
    setTelling(true);
    setRefusal(null);
    const refused = await onTell(draft.people);
    setTelling(false);
    setRefusal(refused);
    if (refused === null) memory.forget();
  };
  const add = (): void => {
    const next = put(draft);
    if (next !== draft) turnTo(next, say.added(next.people.at(-1)?.name ?? ''));
  };
  const leave = (gone: Beside): void => turnTo(without(draft, gone), say.gone(gone.name));
  const giveUp = (): void => {
    memory.forget();
    skip?.onSkip();
  };

  return (
    <fieldset ref={place} tabIndex={-1} aria-label={say.list} className={styles.answer}>
      {draft.adding === null ? (
        <>
          <BesideList
            say={say}
            people={draft.people}
            telling={telling}
            onTell={() => void tell()}
            onAdd={() => turnTo({ ...draft, adding: NOBODY_YET })}
            onGone={leave}
          />
          {skip !== null && (
            <Button kind="quiet" wide onClick={giveUp}>
              {skip.label}
            </Button>
          )}
        </>
      ) : (
        <AddSomebody
          reader={reader}
          adding={draft.adding}
          problem={problemOf(draft)}
          onChange={(adding) => change({ ...draft, adding })}
          onPut={add}
          onBack={() => turnTo({ ...draft, adding: null })}
        />
      )}
      {refusal !== null && (
        <Notice tone="attention" live="alert">
          <p>{FAMILY_REFUSALS[refusal]}</p>
        </Notice>
      )}
      <Announcer says={says} />
    </fieldset>
  );
}
