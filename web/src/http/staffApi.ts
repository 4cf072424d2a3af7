import type { ClientCommand } from '@doorstep/shared/protocol/commands.ts';
import type {
  InvitationLink,
  NewVisit,
  PublicSettings,
  StaffMember,
  VisitSummary,
} from '@doorstep/shared/protocol/http.ts';
import type { MediaRequest, MediaRequestType } from '@doorstep/shared/protocol/media.ts';
import type { CommandAnswer, MediaAnswer } from '@doorstep/shared/protocol/socket.ts';
import type { AttendanceEntry } from '@doorstep/shared/visit/attendance.ts';
import type { InvitationId, SessionId } from '@doorstep/shared/visit/ids.ts';
import type { DeviceKind } from '@doorstep/shared/visit/presence/state.ts';
import type { VisitRecord } from '@doorstep/shared/visit/record.ts';
import type { VisitView } from '@doorstep/shared/visit/viewShape.ts';
import { mintId } from './mintId.ts';
import { type Answer, ask } from './request.ts';

const of = (visit: string): string => `/api/visits/${encodeURIComponent(visit)}`;

/** Everything that a professional's pages ask over HTTP. */
export const staffApi = {
  settings: (): Promise<Answer<PublicSettings>> => ask({ get: '/api/settings' }),
  /** Whom the demonstration lets one be. */
  demoStaff: (): Promise<Answer<readonly StaffMember[]>> => ask({ get: '/api/staff' }),
  me: (): Promise<Answer<StaffMember>> => ask({ get: '/api/me' }),
  signIn: (staff: string): Promise<Answer<unknown>> => ask({ post: '/api/sign-in', body: { staff } }),
  signOut: (): Promise<Answer<unknown>> => ask({ post: '/api/sign-out', body: {} }),

  visits: (): Promise<Answer<readonly VisitSummary[]>> => ask({ get: '/api/visits' }),
  plan: (visit: NewVisit): Promise<Answer<{ readonly id: string }>> => ask({ post: '/api/visits', body: visit }),
  view: (visit: string): Promise<Answer<VisitView>> => ask({ get: of(visit) }),
  command: (visit: string, command: ClientCommand): Promise<Answer<CommandAnswer>> =>
    ask({ post: `${of(visit)}/commands`, body: { commandId: mintId(), command } }),
  link: (visit: string, invitation: InvitationId): Promise<Answer<InvitationLink>> =>
    ask({ get: `${of(visit)}/invitations/${encodeURIComponent(invitation)}/link` }),
  attendance: (visit: string): Promise<Answer<readonly AttendanceEntry[]>> => ask({ get: `${of(visit)}/attendance` }),
  record: (visit: string): Promise<Answer<VisitRecord>> => ask({ get: `${of(visit)}/record` }),
  /** What measuring the line asks for, before there is a place in the visit. `page`: a name that this page has minted for itself. */
  line: <Type extends MediaRequestType>(
    visit: string,
    page: string,
    request: Extract<MediaRequest, { readonly type: Type }>,
  ): Promise<Answer<MediaAnswer<Type>>> => ask({ post: `${of(visit)}/line`, body: { page, request } }),
  /** This browser's place in the visit; the same one each time. */
  openSession: (visit: string, device: DeviceKind): Promise<Answer<{ readonly session: SessionId }>> =>
    ask({ post: `${of(visit)}/session`, body: { device } }),
};
