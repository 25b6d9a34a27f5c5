import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { newId } from '../ids.ts';
import { MessageSeal, type PageMessage } from './page-message.ts';

const seal = new MessageSeal(randomBytes(32));
const change = {
  event: 'visit.admitted',
  entity: 'queue' as const,
  id: newId(),
  visitId: null,
  version: 2,
  at: '2026-11-29T08:00:00.000Z',
};
const message: PageMessage = { kind: 'changed', rooms: ['account:a'], change };
const opened = (sent: unknown) => {
  const id = newId();
  return seal.open(id, seal.seal({ id, message: sent as PageMessage }));
};

it('reads a message of a newer release without the members that it does not know', () => {
  expect(opened({ ...message, change: { ...change, why: 'new' }, urgent: true })).toEqual(message);
});

it('ignores a kind of message that it does not know', () => {
  expect(opened({ kind: 'of-a-newer-release' })).toBeNull();
});
