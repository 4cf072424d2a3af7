import type { CheckReport } from '@doorstep/shared/visit/checks/state.ts';
import type { HelpView, HostDeviceView } from '@doorstep/shared/visit/viewShape.ts';
import { expect } from 'vitest';
import { Desk } from '../../harness/Desk.ts';
import { eventually } from './eventually.ts';
import type { Host } from './Host.ts';
import { requestsOf } from './requestsOf.ts';

/** What reaches the host of people's devices, and what she sends to them, whatever her screen shows just now. */
export class AtTheDesk {
  readonly #host: Host;
  readonly #desk: Desk;

  constructor(host: Host, origin: string) {
    this.#host = host;
    this.#desk = new Desk(requestsOf(host.person.context, origin));
  }

  /** The newest device of that person. */
  async deviceOf(name: string): Promise<HostDeviceView> {
    const view = await this.#desk.view(this.#host.visit);
    const roster = view.screen === 'preparing' ? (view.console?.roster ?? []) : [];
    const device = roster.find((entry) => entry.name === name)?.devices.at(-1);
    if (device === undefined) throw new Error(`The host sees no device of ${name}`);

    return device;
  }

  /** Waits until she reads this of that person's device. */
  async reads(name: string, report: Partial<CheckReport>): Promise<void> {
    await eventually(async () => expect((await this.deviceOf(name)).check).toMatchObject(report));
  }

  /** Waits until she sees this help for it. */
  async seesHelp(name: string, help: HelpView): Promise<void> {
    await eventually(async () => expect((await this.deviceOf(name)).help).toEqual(help));
  }

  async removes(name: string): Promise<void> {
    const view = await this.#desk.view(this.#host.visit);
    const roster = view.screen === 'preparing' ? (view.console?.roster ?? []) : [];
    const participant = roster.find((entry) => entry.name === name)?.participant;
    if (participant === undefined) throw new Error(`${name} is not on the roster`);

    await this.#desk.command(this.#host.visit, { type: 'lobby.remove', participant });
  }

  async sends(name: string, hint: NonNullable<HelpView['hint']>): Promise<void> {
    const { session } = await this.deviceOf(name);
    await this.#desk.command(this.#host.visit, { type: 'help.send', session, hint });
  }
}
