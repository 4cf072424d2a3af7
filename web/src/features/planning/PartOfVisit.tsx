import type { ReactNode } from 'react';
import { SHELL } from '../../content/staff/shell.ts';
import { Button } from '../../ui/Button.tsx';
import { Later } from '../../ui/Later.tsx';
import { Notice } from '../../ui/Notice.tsx';

interface PartProps<Part> {
  readonly fetchPart: () => Promise<Part>;
  readonly children: (part: Part) => ReactNode;
}

/** A part of the page of a visit that is fetched when it is wanted: what was planned, the record of what happened. */
export function PartOfVisit<Part>({ fetchPart, children }: PartProps<Part>): ReactNode {
  const failed = (again: () => void): ReactNode => (
    <Notice tone="danger" live="alert" heading={SHELL.notFetched.heading}>
      <p>{SHELL.notFetched.what}</p>
      <Button onClick={again}>{SHELL.tryAgain}</Button>
      <Button kind="quiet" onClick={() => location.reload()}>
        {SHELL.notFetched.reload}
      </Button>
    </Notice>
  );
  return (
    <Later fetchPart={fetchPart} coming={<p>{SHELL.loading}</p>} failed={failed}>
      {children}
    </Later>
  );
}
