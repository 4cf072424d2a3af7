import type { Instant } from './ids.ts';
import type { Role } from './people.ts';
import type { VisitKind } from './plan/state.ts';
import type { Switch } from './presence/state.ts';
import type { DeviceProtection } from './protection/viewShape.ts';
import type { Can, HelpView, OwnHousehold } from './viewShape.ts';

/** A professional as an invitation names them: by name and role, from the plan, never from what is happening in the room. */
export interface InviterView {
  readonly name: string;
  readonly role: Role;
}

/** At the door, for a device that nobody has admitted (JOIN-3): nothing here changes with what happens in the visit, until it is over. */
export interface DoorView {
  readonly screen: 'arriving' | 'waiting';
  readonly me: {
    readonly name: string;
    readonly role: Role;
    readonly microphone: Switch;
    readonly camera: Switch;
    readonly household: OwnHousehold;
    /** The host asked again who is there. */
    readonly askedWhoIsWithYou: boolean;
    readonly help: HelpView;
    /** [SAFE-2] What this device said itself. */
    readonly protection: DeviceProtection;
  };
  readonly invitedBy: InviterView;
  /** For professionals, the others named in the plan before the visit started, beside the host; the family reads of none. */
  readonly alsoExpected: readonly InviterView[];
  readonly kind: VisitKind;
  readonly scheduledFor: Instant;
  readonly lengthMinutes: number;
  readonly can: Can;
}
