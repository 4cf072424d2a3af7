/** [DEV-4] Whether somebody keeps their microphone closed between turns. `over`: they have said no, for good. */
export type Turns = 'notAsked' | 'offered' | 'on' | 'over';

/** A word that says nothing, of no visit but this one. */
const KEY = 'turns';
const isTurns = (text: string | undefined): text is Turns =>
  text === 'notAsked' || text === 'offered' || text === 'on' || text === 'over';

type Store = () => Pick<Storage, 'getItem' | 'setItem'>;

/** What this tab remembers of it, over a reload and over leaving and coming back; it costs nothing where nothing may be kept. */
export interface TurnsMemory {
  recall(): Turns;
  keep(turns: Turns): void;
  /** Before going in: without a headset it is offered, unless it was declined already. */
  heard(headset: 'notSaid' | 'yes' | 'no'): void;
}

export function turnsMemory(store: Store, visit: string): TurnsMemory {
  const recall = (): Turns => {
    try {
      const [of, turns] = (store().getItem(KEY) ?? '').split(' ');
      return of === visit && isTurns(turns) ? turns : 'notAsked';
    } catch {
      return 'notAsked';
    }
  };
  const keep = (turns: Turns): void => {
    try {
      store().setItem(KEY, `${visit} ${turns}`);
    } catch {
      // Storage that is switched off: it is offered no more after a reload.
    }
  };
  return {
    recall,
    keep,
    heard: (headset) => {
      const before = recall();
      if (headset === 'no' && before === 'notAsked') keep('offered');
      if (headset === 'yes' && before !== 'over') keep('notAsked');
    },
  };
}
