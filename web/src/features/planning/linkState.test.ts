import type { Instant, InvitationId } from '@doorstep/shared/visit/ids.ts';
import type { InvitationView } from '@doorstep/shared/visit/invitations/viewShape.ts';
import { expect, test } from 'vitest';
import { linkState, linkWorks } from './linkState.ts';

const link = (change: Partial<InvitationView>): InvitationView => ({
  id: 'link-1' as InvitationId,
  sent: false,
  opened: false,
  revoked: false,
  expiresAt: 1_000 as Instant,
  ...change,
});

test('[JOIN-2] a link that was stopped or has run out says so, whatever happened to it before', () => {
  expect(linkState(link({ sent: true, opened: true, revoked: true }), 10)).toBe('stopped');
  expect(linkState(link({ sent: true, opened: true }), 1_000)).toBe('ranOut');
});

test('[JOIN-2] a working link goes from made to sent to opened', () => {
  expect(linkState(null, 10)).toBe('none');
  expect(linkState(link({}), 10)).toBe('made');
  expect(linkState(link({ sent: true }), 10)).toBe('sent');
  expect(linkState(link({ sent: true, opened: true }), 999)).toBe('opened');
});

test('only a working link is shown to be copied', () => {
  expect((['none', 'made', 'sent', 'opened', 'stopped', 'ranOut'] as const).filter(linkWorks)).toEqual([
    'made',
    'sent',
    'opened',
  ]);
});
