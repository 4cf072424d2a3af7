import { Phone } from 'lucide-react';
import type { ReactNode } from 'react';
import { page } from '../../content/family/page.ts';
import { Icon } from '../../ui/Icon.tsx';
import { ColumnPage } from '../../ui/Shells.tsx';
import type { Authority } from './authority.ts';
import styles from './FamilyPage.module.css';

interface FamilyPageProps {
  readonly quickExit: ReactNode;
  readonly authority: Authority;
  readonly children: ReactNode;
}

/** Every family screen but the visit itself: the way out on top, one thing in the middle, help below, always in the same place. */
export function FamilyPage({ quickExit, authority, children }: FamilyPageProps): ReactNode {
  return (
    <ColumnPage first={quickExit}>
      <div className={styles.page}>
        <div className={styles.screen}>{children}</div>
        <HelpLine authority={authority} />
      </div>
    </ColumnPage>
  );
}

/** A number to call, or at least somebody to ask. */
function HelpLine({ authority: { name, phone } }: { authority: Authority }): ReactNode {
  return (
    <footer className={styles.help}>
      <p className={styles.question}>{page.help}</p>
      {phone === null ? (
        <p>{page.askWorker}</p>
      ) : (
        <p>
          <a className={styles.phone} href={`tel:${phone.replace(/[^0-9+]/g, '')}`}>
            <Icon of={Phone} />
            <span>{page.callUs(phone)}</span>
          </a>
        </p>
      )}
      {name !== null && <p className={styles.name}>{name}</p>}
    </footer>
  );
}
