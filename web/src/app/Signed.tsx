'use client';

import type { StaffMember } from '@doorstep/shared/protocol/http.ts';
import { LogOut } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { SHELL } from '../content/staff/shell.ts';
import { SIGN_IN } from '../content/staff/signIn.ts';
import { SignIn } from '../features/signIn/SignIn.tsx';
import { signOut } from '../features/signIn/signOut.ts';
import { useMe } from '../features/signIn/useMe.ts';
import { staffApi } from '../http/staffApi.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Masthead, WorkPage } from '../ui/Shells.tsx';
import { quietly } from '../visit/quietly.ts';
import styles from './Signed.module.css';
import { Wordmark } from './Wordmark.tsx';

interface SignedProps {
  readonly width?: 'reading' | 'wide';
  readonly children: (me: StaffMember) => ReactNode;
}

/** A page for signed-in staff; whoever is not signs in here first and then is where they wanted to be. */
export function Signed({ width = 'wide', children }: SignedProps): ReactNode {
  const { me, again } = useMe();
  const { leaving, leave } = useSignOut();
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
              <Button kind="quiet" icon={LogOut} busy={leaving === 'asked'} onClick={() => void leave()}>
                {SIGN_IN.signOut}
              </Button>
            </>
          )}
        </Masthead>
      }
    >
      {leaving === 'failed' && (
        <Notice tone="danger" live="alert" heading={SIGN_IN.notOutHeading}>
          <p>{SIGN_IN.notOut}</p>
          <p>{SIGN_IN.notOutNext}</p>
        </Notice>
      )}
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

function useSignOut() {
  const [leaving, setLeaving] = useState<'not' | 'asked' | 'failed'>('not');
  const leave = async (): Promise<void> => {
    setLeaving('asked');
    const isOut = await signOut({
      signOut: staffApi.signOut,
      forget: () => void quietly(() => sessionStorage.clear()),
      goOut: () => location.assign('/'),
    });
    if (!isOut) setLeaving('failed');
  };

  return { leaving, leave };
}
