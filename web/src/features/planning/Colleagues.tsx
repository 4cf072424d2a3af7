import type { StaffMember } from '@doorstep/shared/protocol/http.ts';
import type { ReactNode } from 'react';
import { PLANNING } from '../../content/staff/planning.ts';
import { staffApi } from '../../http/staffApi.ts';
import { useAnswer } from '../../http/useAnswer.ts';
import { Tick } from '../../ui/Choices.tsx';
import { SelectField } from '../../ui/Field.tsx';
import styles from './Colleagues.module.css';
import type { StaffDraft } from './peopleDraft.ts';

interface ColleaguesProps {
  readonly me: StaffMember;
  readonly draft: StaffDraft;
  readonly onDraft: (draft: StaffDraft) => void;
}

/** The staff who come beside the host, and which of them chairs. */
export function Colleagues({ me, draft, onDraft }: ColleaguesProps): ReactNode {
  const staff = useAnswer(staffApi.demoStaff);
  const others = staff.value?.filter(({ id }) => id !== me.id) ?? [];
  if (others.length === 0) return null;

  const { members } = draft;
  const without = (member: StaffMember) => members.filter(({ id }) => id !== member.id);
  return (
    <fieldset>
      <legend className={styles.section}>{PLANNING.colleagues}</legend>
      <p className={styles.hint}>{PLANNING.colleaguesHint}</p>
      <div className={styles.members}>
        {others.map((member) => (
          <Tick
            key={member.id}
            label={member.name}
            hint={member.team}
            checked={members.some(({ id }) => id === member.id)}
            onChecked={(isChosen) => onDraft({ ...draft, members: isChosen ? [...members, member] : without(member) })}
          />
        ))}
      </div>
      {members.length > 0 && <Chair draft={draft} onDraft={onDraft} />}
    </fieldset>
  );
}

/** One of those who come, or nobody: a visit has one chair at most. */
function Chair({ draft, onDraft }: Omit<ColleaguesProps, 'me'>): ReactNode {
  const { members, chair } = draft;
  const isComing = members.some(({ id }) => id === chair);
  return (
    <div className={styles.chair}>
      <SelectField
        label={PLANNING.chair.label}
        hint={PLANNING.chair.hint}
        value={isComing ? chair : ''}
        onValue={(chosen) => onDraft({ ...draft, chair: chosen })}
        options={[
          { value: '', label: PLANNING.chair.nobody },
          ...members.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </div>
  );
}
