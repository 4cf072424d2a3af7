import type { ReactNode } from 'react';
import { readerOf } from '../../content/family/reader.ts';
import { type Ending, Goodbye } from '../../features/goodbye/Goodbye.tsx';
import type { FamilyVisit } from './familyVisit.ts';
import type { FamilyScreen } from './screens.ts';

interface EndScreenProps {
  readonly screen: Extract<FamilyScreen, { is: 'out' | 'shut' }>;
  readonly family: FamilyVisit;
  readonly asking: boolean;
  readonly onKnock: () => void;
  readonly onUseHere: () => void;
}

/** Out of it, for now or for good, with the one thing that can still be done. */
export function EndScreen({ screen, family, asking, onKnock, onUseHere }: EndScreenProps): ReactNode {
  if (screen.is === 'shut') {
    const acts: Readonly<Partial<Record<Ending, () => void>>> = {
      elsewhere: onUseHere,
      busy: onUseHere,
      reload: () => location.reload(),
    };
    // Who was here may be somebody else by now: no name, and no word that depends on one.
    return <Goodbye why={screen.why} reader="adult" words={null} busy={false} onAct={acts[screen.why] ?? null} />;
  }

  const { out } = screen;
  const comeBack = (): void => {
    family.rest.end();
    onKnock();
  };
  const mayKnock = out.can['lobby.knock'] === 'yes';

  return (
    <Goodbye
      why={out.why}
      reader={readerOf(out.me.role)}
      words={out.words}
      busy={asking}
      onAct={mayKnock ? comeBack : null}
    />
  );
}
