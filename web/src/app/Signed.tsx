'use client';

import type { StaffMember } from '@doorstep/shared/protocol/http.ts';
import { LogOut } from 'lucide-react';
import type { ReactNode } from 'react';
import { SHELL } from '../content/staff/shell.ts';
import { SIGN_IN } from '../content/staff/signIn.ts';
import { SignIn } from '../features/signIn/SignIn.tsx';
import { useMe } from '../features/signIn/useMe.ts';
import { staffApi } from '../http/staffApi.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Masthead, WorkPage } from '../ui/Shells.tsx';
import styles from './Signed.module.css';
import { Wordmark } from './Wordmark.tsx';

interface SignedProps {
  readonly width?: 'reading' | 'wide';
  readonly children: (me: StaffMember) => ReactNode;
}

/** A page for signed-in staff; whoever is not signs in here first and then is where they wanted to be. */
export function Signed({ width = 'wide', children }: SignedProps): ReactNode {
  const { me, again } = useMe();
  const signOut = async (): Promise<void> => {
    await staffApi.signOut();
    location.assign('/');
  };
  return (
    <WorkPage
      width={width}
      skip={SHELL.skip}
      masthead={
        <Masthead mark={<Wordmark />}>
          {me.is === 'staff' && (
            <>
              <p className={styles.who}>
                {SIGN_IN.signedInAs} <strong>{me.staff.name}</strong>
              </p>
              <Button kind="quiet" icon={LogOut} onClick={() => void signOut()}>
                {SIGN_IN.signOut}
              </Button>
            </>
          )}
        </Masthead>
      }
    >
      {me.is === 'unknown' && me.problem === null && <p>{SHELL.loading}</p>}
      {me.is === 'unknown' && me.problem !== null && (
        <Notice tone="danger" live="alert" heading={SHELL.problem}>
          <p>{me.problem}</p>
          <Button onClick={() => void again()}>{SHELL.tryAgain}</Button>
        </Notice>
      )}
      {me.is === 'nobody' && <SignIn onSignedIn={again} />}
      {me.is === 'staff' && children(me.staff)}
    </WorkPage>
  );
}
