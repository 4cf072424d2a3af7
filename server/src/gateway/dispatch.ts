import type { CommandMessage } from '@doorstep/shared/protocol/commands.ts';
import { commandMessage } from '@doorstep/shared/protocol/commands.ts';
import { type MediaRequest, type MediaRequestType, mediaRequest } from '@doorstep/shared/protocol/media.ts';
import type { CommandAnswer, GatewayRefusal, MediaAnswer } from '@doorstep/shared/protocol/socket.ts';
import * as z from 'zod/mini';
import type { Clock } from '../visits/Clock.ts';
import type { Log } from '../visits/Log.ts';
import { Allowance, type Rate } from './Allowance.ts';
import { isPlainMessage } from './plainMessage.ts';

/** A person's own acts. A hand on a button never comes near this. */
const COMMANDS: Rate = { burst: 60, perSecond: 20 };
/** Signalling comes in bursts: a newcomer to a full room takes up two streams of everyone in it at once. Each may be work for the media worker. */
const MEDIA: Rate = { burst: 240, perSecond: 40 };
/**
 * … and everybody gives everybody a new key, which is only passed on. More than the relay of keys lets through, so that nobody loses their line
 * for what others made their device say.
 */
const KEYS: Rate = { burst: 1_000, perSecond: 100 };
/** The third message beyond the allowance ends the connection; one such lapse is forgiven each ten seconds. */
const LAPSES: Rate = { burst: 2, perSecond: 0.1 };

type Answer = CommandAnswer | MediaAnswer<MediaRequestType>;

/** What a connection does with messages that have passed the door. */
export interface Handlers {
  readonly command: (message: CommandMessage) => Promise<CommandAnswer>;
  readonly media: (request: MediaRequest) => Promise<MediaAnswer<MediaRequestType>>;
}

/** What came of a message, for counting. */
export type Handled = 'ok' | 'refused' | GatewayRefusal;

interface Channel {
  readonly allowance: Allowance;
  /** Null when the message is not one of this channel's. */
  readonly handle: (message: unknown) => Promise<Answer> | null;
}

const channel = <Message>(
  schema: z.ZodMiniType<Message>,
  handler: (message: Message) => Promise<Answer>,
  allowance: Allowance,
): Channel => ({
  allowance,
  handle: (raw) => {
    const parsed = z.safeParse(schema, raw);

    return parsed.success ? handler(parsed.data) : null;
  },
});

export interface DispatcherParts {
  readonly handlers: Handlers;
  readonly clock: Clock;
  readonly log: Log;
  readonly count: (handled: Handled) => void;
  /** Ends the connection of a sender who will not slow down. */
  readonly cut: () => void;
}

const ABOUT_KEYS: ReadonlySet<unknown> = new Set<MediaRequestType>(['giveKey', 'keyTaken', 'needKey']);

/** By its name alone, for counting: whether it is whole is seen later. */
const isAboutKeys = (event: unknown, message: unknown): boolean =>
  event === 'media' &&
  typeof message === 'object' &&
  message !== null &&
  'type' in message &&
  ABOUT_KEYS.has(message.type);

/** socket.io hands the arguments of an event as they came, the acknowledgement last. */
const answering = (args: readonly unknown[]): ((answer: Answer) => void) | null => {
  const last = args.at(-1);

  return typeof last === 'function' ? (answer) => last(answer) : null;
};

/**
 * The only way in for everything that a connected client sends. Whatever comes, it ends in an answer, in silence when the sender asked
 * for none, or in the end of that connection; never in an exception, and nothing changes unless the message was whole.
 */
export function createDispatcher({ handlers, clock, log, count, cut }: DispatcherParts) {
  const now = clock.now();
  const lapses = new Allowance(LAPSES, now);
  const channels: ReadonlyMap<unknown, Channel> = new Map([
    ['command', channel(commandMessage, handlers.command, new Allowance(COMMANDS, now))],
    ['media', channel(mediaRequest, handlers.media, new Allowance(MEDIA, now))],
  ]);
  const keys = new Allowance(KEYS, now);
  const strangers = new Allowance(COMMANDS, now);

  function admit(event: unknown, message: unknown): GatewayRefusal | null {
    const instant = clock.now();
    const allowance = isAboutKeys(event, message) ? keys : channels.get(event)?.allowance;
    if ((allowance ?? strangers).take(instant)) return null;
    if (!lapses.take(instant)) cut();

    return 'tooFast';
  }

  async function handled(event: unknown, args: readonly unknown[]): Promise<Answer> {
    const [message, acknowledge] = args;
    const tooFast = admit(event, message);
    if (tooFast !== null) return { ok: false, refusal: tooFast };

    const whole = args.length === 2 && typeof acknowledge === 'function' && isPlainMessage(message);
    const answer = whole ? channels.get(event)?.handle(message) : null;

    return answer ?? { ok: false, refusal: 'malformed' };
  }

  async function answered(event: unknown, args: readonly unknown[]): Promise<Answer> {
    try {
      return await handled(event, args);
    } catch (error) {
      log.error({ error }, 'a message could not be handled');
      return { ok: false, refusal: 'fault' };
    }
  }

  return async (event: unknown, args: readonly unknown[]): Promise<void> => {
    const answer = await answered(event, args);
    count(outcomeOf(answer));
    answering(args)?.(answer);
  };
}

function outcomeOf(answer: Answer): Handled {
  if (answer.ok) return 'ok';
  const { refusal } = answer;

  return refusal === 'malformed' || refusal === 'tooFast' || refusal === 'fault' ? refusal : 'refused';
}
