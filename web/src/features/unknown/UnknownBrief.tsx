import type { PreparingView, RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { ShieldQuestionMark } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { UNKNOWN } from '../../content/staff/unknown.ts';
import { sayClock } from '../../content/times.ts';
import type { Drafts } from '../../drafts/Drafts.ts';
import { Button } from '../../ui/Button.tsx';
import { Labelled } from '../../ui/Icon.tsx';
import { Announcer } from '../../ui/Quiet.tsx';
import { Headline } from './Headline.tsx';
import { mattersOf } from './mattersOf.ts';
import { newsOf, sinceOf } from './say.ts';
import styles from './UnknownAlerts.module.css';
import { useNews } from './useNews.ts';

interface UnknownBriefProps {
  readonly view: RoomView | PreparingView;
  readonly drafts: Drafts;
  /** Away from the dialog, to the steps. */
  readonly onGo: () => void;
}

/** [UNK-1] The open matters once more, for a dialog that lies over the page: in sight, and read out when one comes up meanwhile. */
export function UnknownBrief({ view, drafts, onGo }: UnknownBriefProps): ReactNode {
  const open = (mattersOf(view) ?? []).filter((matter) => matter.open);
  const [known] = useState(() => new Set(open.map(newsOf)));
  const news = useNews(open, known);
  const first = open[0];
  const go = (): void => {
    if (first !== undefined) drafts.write('open', first.id);
    onGo();
  };
  return (
    <>
      <Announcer says={news} urgent />
      {first !== undefined && (
        <div className={styles.brief}>
          <ul>
            {open.map((matter) => (
              <li key={matter.id}>
                <Labelled icon={ShieldQuestionMark}>
                  <Headline matter={matter} />, {UNKNOWN.since(sayClock(sinceOf(matter)))}
                </Labelled>
              </li>
            ))}
          </ul>
          <Button kind="quiet" onClick={go}>
            {UNKNOWN.overDialog}
          </Button>
        </div>
      )}
    </>
  );
}
