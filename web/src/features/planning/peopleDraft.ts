import type { NewVisit, StaffMember } from '@doorstep/shared/protocol/http.ts';
import type { StaffId } from '@doorstep/shared/visit/ids.ts';
import type { Role, Speech } from '@doorstep/shared/visit/people.ts';
import { KEPT_APART } from '../../content/staff/keptApart.ts';
import { PLANNING } from '../../content/staff/planning.ts';
import type { Option } from '../../ui/Choices.tsx';
import type { FormError } from '../../ui/ErrorSummary.tsx';
import { isOfFamily } from './apart.ts';
import { type ApartDraft, NOT_APART, type Other, orderOf } from './apartDraft.ts';
import type { Checked } from './planDraft.ts';

export interface PersonDraft {
  /** Tells the rows of the form apart, and names them to each other. */
  readonly key: string;
  readonly name: string;
  readonly role: Role;
  readonly relationship: string;
  /** Asked of a child only. */
  readonly speech: Speech;
  /** The row for whom an interpreter or supporter is there; empty for nobody in particular. */
  readonly helps: string;
  readonly apart: ApartDraft;
}

type People = readonly PersonDraft[];
type Invited = NewVisit['people'][number];

const WORDS = PLANNING.errors;

/** A row in which nothing is written yet. */
export const blankPerson = (key: string, role: Role): PersonDraft => ({
  key,
  name: '',
  role,
  relationship: '',
  speech: 'speaks',
  helps: '',
  apart: NOT_APART,
});

const isBlank = ({ name, relationship }: PersonDraft): boolean => name.trim() === '' && relationship.trim() === '';
const nameField = (index: number): string => `person-${index}-name`;
export const apartField = (index: number): string => `person-${index}-apart`;
/** Where it is asked whether anybody is kept apart at all. */
export const APART_FIELD = 'anybody-apart';

/** [SEE-6] Said of a child; everyone else speaks, whatever was chosen before the role was. */
export const speechOf = ({ role, speech }: PersonDraft): Speech => (role === 'child' ? speech : 'speaks');

/** [PRIV-6] Roles that are there for somebody else of the family. */
export const comesForSomebody = (role: Role): boolean => role === 'interpreter' || role === 'supporter';
/** … and those for whom they are there. */
export const isHelped = (role: Role): boolean => isOfFamily(role) && !comesForSomebody(role);

/** [PRIV-6] Everybody of the form for whom somebody could be there; a row without a name goes by its number. */
export const whoCanBeHelped = (people: People): readonly Option<string>[] =>
  people.flatMap(({ key, name, role }, index) =>
    isHelped(role) ? [{ value: key, label: name.trim() === '' ? PLANNING.person(index + 1) : name.trim() }] : [],
  );

/** [PLAN-10] Everybody of the form who can be kept apart: family with a name. */
export const whoCanBeApart = (people: People): readonly Other[] =>
  people
    .filter(({ name, role }) => isOfFamily(role) && name.trim() !== '')
    .map(({ key, name, role, helps }) => ({
      id: key,
      name: name.trim(),
      helps: comesForSomebody(role) && helps !== '' ? helps : null,
    }));

/** [PLAN-10] The order that the form asks for somebody; null for none, `nobody` where it was not said from whom. */
const apartOf = (draft: PersonDraft, family: readonly Other[]) =>
  family.some(({ id }) => id === draft.key)
    ? orderOf(
        draft.apart,
        family.filter(({ id }) => id !== draft.key),
      )
    : null;

function nameErrors(people: People): readonly FormError[] {
  const names = people.map(({ name }) => name.trim().toLowerCase());

  return people.flatMap((draft, index) => {
    const name = names[index] ?? '';
    if (isBlank(draft)) return [];
    if (name === '') return [{ field: nameField(index), says: WORDS.name(index + 1) }];
    return names.indexOf(name) < index ? [{ field: nameField(index), says: WORDS.sameName(draft.name.trim()) }] : [];
  });
}

function apartErrors(people: People): readonly FormError[] {
  const family = whoCanBeApart(people);
  const orders = people.map((draft) => apartOf(draft, family));
  if (orders.every((order) => order === null)) return [{ field: APART_FIELD, says: KEPT_APART.chooseAnybody }];

  return people.flatMap(({ name }, index) =>
    orders[index] === 'nobody' ? [{ field: apartField(index), says: KEPT_APART.chooseSomebody(name.trim()) }] : [],
  );
}

/**
 * Rows in which nothing was written are left out. Look-alike names are the server's to find; the same name twice is found here.
 * `isAnybodyApart`: what was answered to that question; where it was no, nothing that was chosen under it counts (PLAN-10).
 */
export function checkPeople(drafts: People, isAnybodyApart: boolean): Checked<NewVisit['people']> {
  const errors = [...nameErrors(drafts), ...(isAnybodyApart ? apartErrors(drafts) : [])];
  if (errors.length > 0) return { ok: false, errors };

  const people = drafts.filter((draft) => !isBlank(draft));
  const placeOf = (key: string): number => people.findIndex((one) => one.key === key);
  const family = whoCanBeApart(people);
  return {
    ok: true,
    value: people.map((draft): Invited => {
      const helps = comesForSomebody(draft.role) ? placeOf(draft.helps) : -1;
      const order = isAnybodyApart ? apartOf(draft, family) : null;
      return {
        name: draft.name.trim(),
        role: draft.role,
        relationship: draft.relationship.trim(),
        staff: null,
        speech: speechOf(draft),
        ...(isHelped(people[helps]?.role ?? 'host') && { helps }),
        ...(order !== null &&
          order !== 'nobody' && {
            keptApart: { is: order.is, people: order.people.map(placeOf) },
          }),
      };
    }),
  };
}

/** The staff of the visit beside the host. */
export interface StaffDraft {
  readonly members: readonly StaffMember[];
  /** The id of the one who chairs; of nobody who comes, when nobody does. */
  readonly chair: string;
}

/** The staff as people of the visit: colleagues, and at most one of them its chair. */
export const asStaff = ({ members, chair }: StaffDraft): NewVisit['people'] =>
  members.map(({ id, name }) => ({
    name,
    role: id === chair ? 'chair' : 'colleague',
    relationship: '',
    // The list of staff comes from the server; the shape of its ids is checked there again.
    staff: id as StaffId,
  }));
