import type { ClientCommand } from '@doorstep/shared/protocol/commands.ts';
import type { CommandAnswer } from '@doorstep/shared/protocol/socket.ts';

/** Asks the visit to do something. Never rejects. */
export type Send = (command: ClientCommand) => Promise<CommandAnswer>;
