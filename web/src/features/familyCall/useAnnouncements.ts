import type { RoomView } from '@doorstep/shared/visit/viewShape.ts';
import { useState } from 'react';
import { familyCall } from '../../content/family/familyCall.ts';
import type { Reader } from '../../content/family/reader.ts';
import { comings } from './comings.ts';

/** What to read out about who came and went since the room was entered. */
export function useAnnouncements({ people }: RoomView, reader: Reader): string {
  const [known, setKnown] = useState(people);
  const [says, setSays] = useState('');
  if (known === people) return says;

  const say = familyCall[reader];
  const { came, went } = comings(known, people);
  setKnown(people);
  if (came.length + went.length > 0) setSays([...came.map(say.cameIn), ...went.map(say.wentOut)].join(' '));

  return says;
}
