import type { StaffMember } from '@doorstep/shared/protocol/http.ts';
import { type FormEvent, type ReactNode, useState } from 'react';
import { PLANNING } from '../../content/staff/planning.ts';
import { SHELL } from '../../content/staff/shell.ts';
import { mintId } from '../../http/mintId.ts';
import { staffApi } from '../../http/staffApi.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorSummary, type FormError } from '../../ui/ErrorSummary.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';
import { type AnybodyApart, ApartForm } from './ApartForm.tsx';
import { Colleagues } from './Colleagues.tsx';
import styles from './NewVisit.module.css';
import { PeopleFields } from './PeopleFields.tsx';
import { PlanFields } from './PlanFields.tsx';
import { asStaff, blankPerson, checkPeople, type PersonDraft, type StaffDraft } from './peopleDraft.ts';
import { checkPlan, emptyPlan } from './planDraft.ts';

const blank = (role: PersonDraft['role']): PersonDraft => blankPerson(mintId(), role);

interface NewVisitProps {
  readonly me: StaffMember;
  readonly onPlanned: (visit: string) => void;
}

/** Plans a visit in one page. Whatever is wrong is said at the top and at its field; nothing typed is ever lost by it. */
export function NewVisit({ me, onPlanned }: NewVisitProps): ReactNode {
  const [plan, setPlan] = useState(() => emptyPlan(Date.now()));
  const [people, setPeople] = useState<readonly PersonDraft[]>(() => [blank('child'), blank('parent')]);
  const [anybodyApart, setAnybodyApart] = useState<AnybodyApart>(null);
  const [staff, setStaff] = useState<StaffDraft>({ members: [], chair: '' });
  const [errors, setErrors] = useState<readonly FormError[]>([]);
  const [isSaving, setSaving] = useState(false);
  const { plan: title, wrong } = SHELL.titles;
  usePageTitle(errors.length > 0 ? wrong(title) : title);

  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const checkedPlan = checkPlan(plan, Date.now(), false);
    const checkedPeople = checkPeople(people, anybodyApart === 'yes');
    if (!checkedPlan.ok || !checkedPeople.ok) {
      setErrors([...(checkedPlan.ok ? [] : checkedPlan.errors), ...(checkedPeople.ok ? [] : checkedPeople.errors)]);
      return;
    }

    setSaving(true);
    const everyone = [...checkedPeople.value, ...asStaff(staff)];
    const answer = await staffApi.plan({ plan: checkedPlan.value, people: everyone });
    setSaving(false);
    if (answer.ok) onPlanned(answer.value.id);
    else setErrors([{ field: 'save', says: answer.problem.says }]);
  };
  return (
    <form className={styles.form} noValidate onSubmit={(event) => void save(event)}>
      <ErrorSummary heading={PLANNING.errors.heading} errors={errors} />
      <h1 className={styles.heading}>{PLANNING.titleNew}</h1>
      <PlanFields draft={plan} onDraft={setPlan} errors={errors} />
      <section aria-labelledby="who">
        <h2 id="who" className={styles.section}>
          {PLANNING.who}
        </h2>
        <p className={styles.hint}>{PLANNING.whoHint}</p>
        <PeopleFields people={people} onPeople={setPeople} newPerson={() => blank('householdMember')} errors={errors} />
      </section>
      <ApartForm
        people={people}
        onPeople={setPeople}
        answer={anybodyApart}
        onAnswer={setAnybodyApart}
        errors={errors}
      />
      <Colleagues me={me} draft={staff} onDraft={setStaff} />
      <div className={styles.actions}>
        <Button id="save" type="submit" kind="primary" large busy={isSaving}>
          {PLANNING.save}
        </Button>
        <a className={styles.cancel} href="/">
          {SHELL.cancel}
        </a>
      </div>
    </form>
  );
}
