import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { remove, removeOrphans, run, signalAllIn } from './namespaces.ts';

const PREFIX = 'doorstep-network-';

/** How many this process has laid: one that was closed goes away only after a while. */
let laid = 0;

/**
 * A network in which one phone lives: the phone's own namespace, and between it and this machine a router that can fall silent, refuse UDP
 * or be slow (Linux network namespaces, tbf and nftables). The phone's side is 198.18.x.128/25, of the range set aside for trials (RFC 2544).
 */
export class PhoneNetwork {
  /** Where a server has to listen to be reached from the phone. */
  readonly serverAddress: string;
  /** Starts a browser inside: to be used in place of the browser's own program. */
  readonly browser: string;
  readonly #name: string;
  readonly #subnet: string;
  readonly #folder: string;
  /** The router's end in the network where the phone is, and in the one where it is not. */
  #halves: readonly [number, number] = [129, 193];

  private constructor(name: string, subnet: string, folder: string) {
    this.#name = name;
    this.#subnet = subnet;
    this.#folder = folder;
    this.serverAddress = `${subnet}.1`;
    this.browser = join(folder, 'browser');
  }

  /** Throws, saying what is needed, where namespaces cannot be made. `browser` is the program that the phone is to run. */
  static async lay(browser: string): Promise<PhoneNetwork> {
    await removeOrphans(PREFIX);
    const folder = await mkdtemp(join(tmpdir(), PREFIX));
    laid += 1;
    const subnet = `198.18.${(process.pid + laid) % 254}`;
    const network = new PhoneNetwork(`${PREFIX}${process.pid}-${laid}`, subnet, folder);
    try {
      await network.#lay(browser);
      return network;
    } catch (error) {
      await network.close();
      throw error;
    }
  }

  /** Nothing comes through any more, and nobody is told: a radio link that died. */
  async fallsSilent(): Promise<void> {
    await this.#add('counter drop');
  }

  /** UDP no longer comes through: the guest network of a library. */
  async refusesUdp(): Promise<void> {
    await this.#add('meta l4proto udp counter drop');
  }

  /** Nothing but what goes to this port, over TCP: a firewall that knows of pages and of nothing else. */
  async letsThroughOnly(port: number): Promise<void> {
    for (const end of ['sport', 'dport']) await this.#add(`tcp ${end} ${port} counter accept`);
    await this.#add('counter drop');
  }

  /** Everything comes through again. */
  async letsThrough(): Promise<void> {
    await run(`ip netns exec ${this.#router} nft flush chain inet street forwarded`);
  }

  /** The phone notices that it has no network: flight mode, or a dead spot. */
  async goesAway(): Promise<void> {
    await run(`ip -n ${this.#router} link set home down`);
  }

  async comesBack(): Promise<void> {
    await run(`ip -n ${this.#router} link set home up`);
  }

  /** From one network to the other, of two that there are: the phone's address is gone and it has another. */
  async changesAddress(): Promise<void> {
    const [from, to] = this.#halves;
    await run(`ip -n ${this.#phone} addr add ${this.#subnet}.${to + 1}/26 dev radio`);
    await run(`ip -n ${this.#phone} route replace default via ${this.#subnet}.${to}`);
    await run(`ip -n ${this.#phone} addr del ${this.#subnet}.${from + 1}/26 dev radio`);
    this.#halves = [to, from];
  }

  /** Each direction carries this much and no more, with a queue of 0.4 seconds in front as routers have. */
  async narrowsTo(kilobits: number): Promise<void> {
    for (const device of ['home', 'door']) {
      await run(
        `tc -n ${this.#router} qdisc replace dev ${device} root tbf rate ${kilobits}kbit burst 5kb latency 400ms`,
      );
    }
  }

  /** What comes to the phone is this much and no more; what it sends is as free as before. */
  async takesInNoMoreThan(kilobits: number): Promise<void> {
    await run(`tc -n ${this.#router} qdisc replace dev home root tbf rate ${kilobits}kbit burst 5kb latency 400ms`);
  }

  /** Everything on the phone stands still, and later goes on as if nothing had been: a lid that is closed and opened. */
  async phoneSleeps(): Promise<void> {
    await signalAllIn(this.#phone, 'SIGSTOP');
  }

  async phoneWakes(): Promise<void> {
    await signalAllIn(this.#phone, 'SIGCONT');
  }

  /** Everything on the phone ends at once and without a word: an empty battery. */
  async phoneDies(): Promise<void> {
    await signalAllIn(this.#phone, 'SIGKILL');
  }

  /** Clears all of it away, with whatever still runs inside. */
  async close(): Promise<void> {
    for (const namespace of [this.#phone, this.#router]) await remove(namespace);
    await rm(this.#folder, { recursive: true, force: true });
  }

  get #phone(): string {
    return `${this.#name}-phone`;
  }

  get #router(): string {
    return `${this.#name}-router`;
  }

  async #lay(browser: string): Promise<void> {
    const [phone, router, subnet] = [this.#phone, this.#router, this.#subnet];
    const cable = `ds${process.pid}n${laid}`;
    await run(`ip netns add ${phone}`);
    await run(`ip netns add ${router}`);
    await run(`ip link add ${cable} type veth peer name door netns ${router}`);
    await run(`ip -n ${router} link add home type veth peer name radio netns ${phone}`);
    await run(`ip addr add ${subnet}.1/30 dev ${cable}`);
    await run(`ip -n ${router} addr add ${subnet}.2/30 dev door`);
    await run(`ip -n ${router} addr add ${subnet}.129/26 dev home`);
    await run(`ip -n ${router} addr add ${subnet}.193/26 dev home`);
    await run(`ip -n ${phone} addr add ${subnet}.130/26 dev radio`);
    await run(`ip link set ${cable} up`);
    for (const device of ['lo', 'door', 'home']) await run(`ip -n ${router} link set ${device} up`);
    for (const device of ['lo', 'radio']) await run(`ip -n ${phone} link set ${device} up`);
    await run(`ip netns exec ${router} sysctl -q -w net.ipv4.ip_forward=1`);
    await run(`ip route add ${subnet}.128/25 via ${subnet}.2`);
    await run(`ip -n ${router} route add default via ${subnet}.1`);
    await run(`ip -n ${phone} route add default via ${subnet}.129`);
    const chain = 'add chain inet street forwarded { type filter hook forward priority 0; policy accept; }';
    await run(`ip netns exec ${router} nft`, `add table inet street; ${chain}`);
    await writeFile(this.browser, `#!/bin/sh\nexec /usr/sbin/ip netns exec ${phone} ${browser} "$@"\n`);
    await chmod(this.browser, 0o755);
  }

  async #add(what: string): Promise<void> {
    await run(`ip netns exec ${this.#router} nft`, `add rule inet street forwarded ${what}`);
  }
}
