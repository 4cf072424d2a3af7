import { createHash, randomBytes } from 'node:crypto';
import { createSocket, type Socket } from 'node:dgram';
import {
  type Answer,
  ATTRIBUTE,
  type Attribute,
  addressFamily,
  decodeAnswer,
  encodeRequest,
  type Family,
  METHOD,
  OVER_UDP,
  peerAddress,
} from './stun.ts';

const RESEND_MS = 250;
const GIVE_UP_MS = 5_000;
const CHANNEL = Buffer.from([0x40, 0x00, 0, 0]);

export interface Credentials {
  readonly username: string;
  readonly credential: string;
}

/** One device at a relay, over UDP on loopback, with at most one allocation. Every call answers with 200 or the relay's error code. */
export class TurnClient {
  readonly #port: number;
  readonly #socket: Socket;
  readonly #waiting = new Map<string, (answer: Answer) => void>();
  #signature: { readonly attributes: readonly Attribute[]; readonly key: Buffer } | undefined;

  constructor(port: number) {
    this.#port = port;
    this.#socket = createSocket('udp4').on('message', (message) => {
      const answer = decodeAnswer(message);
      this.#waiting.get(answer.transaction)?.(answer);
    });
  }

  /** Asks for a relayed address: once to be given realm and nonce, then with credentials if there are any. */
  async allocate(
    credentials: Credentials | null,
    family: Family = 'IPv4',
    more: readonly Attribute[] = [],
  ): Promise<number> {
    this.#signature = undefined;
    const wanted = [OVER_UDP, ...(family === 'IPv6' ? [addressFamily(family)] : []), ...more];
    const challenge = await this.#ask(METHOD.allocate, wanted);
    const realm = challenge.attributes.get(ATTRIBUTE.realm);
    const nonce = challenge.attributes.get(ATTRIBUTE.nonce);
    if (!credentials || !realm || !nonce) return challenge.code;
    const { username, credential } = credentials;
    this.#signature = {
      attributes: [
        [ATTRIBUTE.username, Buffer.from(username)],
        [ATTRIBUTE.realm, realm],
        [ATTRIBUTE.nonce, nonce],
      ],
      // RFC 8489, 9.2.2
      key: createHash('md5').update(`${username}:${realm}:${credential}`).digest(),
    };
    return (await this.#ask(METHOD.allocate, wanted)).code;
  }

  /** Asks that packets from and to these addresses pass. */
  async permit(...peers: readonly string[]): Promise<number> {
    const transaction = randomBytes(12);
    const addresses = peers.map((peer) => peerAddress(peer, 0, transaction));
    return (await this.#ask(METHOD.createPermission, addresses, transaction)).code;
  }

  /** Asks for a channel to this address, the other way to a permission. */
  async bind(peer: string, port: number): Promise<number> {
    const transaction = randomBytes(12);
    const attributes: readonly Attribute[] = [[ATTRIBUTE.channelNumber, CHANNEL], peerAddress(peer, port, transaction)];
    return (await this.#ask(METHOD.channelBind, attributes, transaction)).code;
  }

  close(): void {
    this.#socket.close();
  }

  /** UDP may lose a request, and a relay that has just been started may not hear it yet: it is sent again until answered. */
  #ask(method: number, attributes: readonly Attribute[], transaction = randomBytes(12)): Promise<Answer> {
    const all = [...attributes, ...(this.#signature?.attributes ?? [])];
    const request = encodeRequest(method, transaction, all, this.#signature?.key);
    const id = transaction.toString('hex');
    return new Promise<Answer>((resolve, reject) => {
      const send = () => this.#socket.send(request, this.#port, '127.0.0.1');
      const again = setInterval(send, RESEND_MS);
      const giveUp = setTimeout(() => reject(new Error('The relay does not answer.')), GIVE_UP_MS);
      this.#waiting.set(id, (answer) => {
        clearInterval(again);
        clearTimeout(giveUp);
        this.#waiting.delete(id);
        resolve(answer);
      });
      send();
    });
  }
}
