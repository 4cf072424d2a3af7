import type { SessionId } from '@doorstep/shared/visit/ids.ts';
import type { DeviceKind } from '@doorstep/shared/visit/presence/state.ts';
import { isSessionId } from '../../visit/seatMemory.ts';

interface Asked {
  readonly token: string;
  readonly device: DeviceKind;
  /** What this page calls its try, so that a quick exit can name it before it is answered (CARE-5). */
  readonly attempt: string;
}

/** What came of showing the link: a seat, a closed door (the same for every reason), too many others with this very link, or no answer worth the name. */
export type Exchanged =
  | { readonly is: 'open'; readonly session: SessionId }
  | { readonly is: 'closed' }
  | { readonly is: 'crowded' }
  | { readonly is: 'unreachable' };

const sessionIn = (body: unknown): unknown =>
  typeof body === 'object' && body !== null && 'session' in body ? body.session : null;

/**
 * Shows the link to the server, once somebody has pressed the button (JOIN-2). The seat comes back as an opaque id;
 * what proves it is a cookie that no script can read. Never rejects.
 */
export async function exchange(asked: Asked, send: typeof fetch): Promise<Exchanged> {
  try {
    const response = await send('/api/join', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      credentials: 'same-origin',
      body: JSON.stringify(asked),
    });
    // A link that the server cannot even read is closed too; being asked too often, or a fault, is not its fault.
    if (response.status === 403 || response.status === 400) return { is: 'closed' };
    if (response.status === 409) return { is: 'crowded' };
    if (!response.ok) return { is: 'unreachable' };

    const session = sessionIn(await response.json());

    return isSessionId(session) ? { is: 'open', session } : { is: 'unreachable' };
  } catch {
    return { is: 'unreachable' };
  }
}
