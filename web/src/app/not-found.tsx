import { SHELL } from '../content/staff/shell.ts';
import { ColumnPage } from '../ui/Shells.tsx';

/** Discreet: it may be a family member who mistyped a link. */
export default function NotFound() {
  return (
    <ColumnPage>
      <h1>{SHELL.notFoundHeading}</h1>
      <p>{SHELL.notFound}</p>
    </ColumnPage>
  );
}
