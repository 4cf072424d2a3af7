import { after, type Instant, type Millis } from '../ids.ts';

/**
 * [JOIN-6] How long after the planned time somebody is awaited and not yet called late: clocks differ, a feed or a bus takes longer,
 * and opening a link takes a minute or two. Who is called late at once would be called late at nearly every visit, which nobody heeds.
 */
export const GRACE: Millis = 5 * 60_000;

/** [JOIN-6] From when on somebody who is not here is late, for a visit that was planned for `scheduledFor`. */
export const lateFrom = (scheduledFor: Instant): Instant => after(scheduledFor, GRACE);
