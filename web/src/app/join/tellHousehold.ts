import type { AnyRefusal } from '../../content/refusals.ts';
import type { Beside } from '../../features/household/draft.ts';
import type { VisitClient } from '../../visit/VisitClient.ts';

/** [JOIN-5] Tells who is beside this device. Answers why the visit does not take it; null once it has it, however long the line takes. */
export async function tellHousehold(visit: VisitClient, people: readonly Beside[]): Promise<AnyRefusal | null> {
  const answer = await visit.send({ type: 'household.tell', people: people.map((person) => ({ ...person })) });

  return answer.ok ? null : answer.refusal;
}
