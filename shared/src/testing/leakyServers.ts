import { mediaPlan } from '../visit/mediaPlan.ts';
import type { Server } from './twoTellings.ts';

/** Servers that tell too much, each in one way in which such systems have done it. */
export const LEAKY: readonly (readonly [string, Partial<Server>])[] = [
  [
    'a counter of all changes',
    { view: (script, who, id) => ({ ...script.viewOf(who, id), version: script.current.version }) },
  ],
  [
    'how many devices there are',
    { view: (script, who, id) => ({ ...script.viewOf(who, id), devices: script.current.sessions.size }) },
  ],
  [
    'a list of all rooms',
    { view: (script, who, id) => ({ ...script.viewOf(who, id), rooms: [...script.current.rooms.keys()] }) },
  ],
  [
    'what was written in any room',
    {
      view: (script, who, id) => ({
        ...script.viewOf(who, id),
        words: [...script.current.rooms.values()].map(({ words }) => words),
      }),
    },
  ],
  [
    'when anybody last came, went or spoke',
    { view: (script, who, id) => ({ ...script.viewOf(who, id), changedAt: script.log.at(-1)?.at }) },
  ],
  [
    'what every device encrypts with',
    { view: (script, who, id) => ({ ...script.viewOf(who, id), keys: [...script.current.protections] }) },
  ],
  [
    'who has introduced themselves anywhere',
    {
      view: (script, who, id) => ({
        ...script.viewOf(who, id),
        introduced: [...script.current.introductions.made.keys()],
      }),
    },
  ],
  [
    'that anybody was asked whether they see and hear',
    {
      view: (script, who, id) => ({
        ...script.viewOf(who, id),
        asked: [...(script.current.senses?.rooms.values() ?? [])],
      }),
    },
  ],
  [
    'who sits beside any device',
    {
      view: (script, who, id) => ({
        ...script.viewOf(who, id),
        beside: [...script.current.households.values()].map(({ people }) => people),
      }),
    },
  ],
  [
    'in a refusal, who is in the way',
    {
      answer: ({ current }, refusal) =>
        refusal === null
          ? 'ok'
          : `${refusal} ${[...current.sessions.values()].filter(({ standing }) => standing.is === 'seated').length}`,
    },
  ],
  [
    'whose orders there are',
    { view: (script, who, id) => ({ ...script.viewOf(who, id), orders: script.current.separations.orders.size }) },
  ],
  [
    'by the sound it sends, how many of everybody may be heard',
    { media: ({ current }) => mediaPlan(current).rooms.flatMap(({ seats }) => seats).length },
  ],
];
