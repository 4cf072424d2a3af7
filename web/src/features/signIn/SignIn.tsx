import type { StaffMember } from '@doorstep/shared/protocol/http.ts';
import { type ReactNode, useState } from 'react';
import { SHELL } from '../../content/staff/shell.ts';
import { SIGN_IN } from '../../content/staff/signIn.ts';
import { staffApi } from '../../http/staffApi.ts';
import { useAnswer } from '../../http/useAnswer.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';
import styles from './SignIn.module.css';

/** The demonstration's sign-in: choose who you are. Says plainly that it proves nothing. */
export function SignIn({ onSignedIn }: { onSignedIn: () => Promise<void> }): ReactNode {
  usePageTitle(SHELL.titles.signIn);
  const settings = useAnswer(staffApi.settings);
  const staff = useAnswer(staffApi.demoStaff);
  const [refused, setRefused] = useState<string | null>(null);
  const problem = refused ?? settings.problem ?? (settings.value?.demo ? staff.problem : null);

  const signIn = async (member: StaffMember): Promise<void> => {
    const answer = await staffApi.signIn(member.id);
    if (answer.ok) await onSignedIn();
    else setRefused(answer.problem.says);
  };
  return (
    <div className={styles.page}>
      <h1 className={styles.heading}>{SIGN_IN.title}</h1>
      {problem && (
        <Notice tone="danger" live="alert" heading={SHELL.problem}>
          <p>{problem}</p>
        </Notice>
      )}
      {settings.value?.demo === false && (
        <Notice tone="attention" heading={SIGN_IN.notSetUpHeading}>
          <p>{SIGN_IN.notSetUp}</p>
        </Notice>
      )}
      {settings.value?.demo && (
        <>
          <Notice tone="attention" heading={SIGN_IN.demoHeading}>
            <p>{SIGN_IN.demo}</p>
          </Notice>
          <h2 className={styles.choose}>{SIGN_IN.choose}</h2>
          <ul className={styles.people}>
            {staff.value?.map((member) => (
              <Person key={member.id} member={member} onChoose={() => void signIn(member)} />
            ))}
          </ul>
        </>
      )}
      {settings.value === null && problem === null && <p>{SHELL.loading}</p>}
    </div>
  );
}

function Person({ member, onChoose }: { member: StaffMember; onChoose: () => void }): ReactNode {
  return (
    <li className={styles.person}>
      <div className={styles.who}>
        <p className={styles.name}>{member.name}</p>
        <p className={styles.team}>{member.team}</p>
      </div>
      <Button kind="primary" onClick={onChoose}>
        {SIGN_IN.continueAs(member.name)}
      </Button>
    </li>
  );
}
