import { expect, it } from 'vitest';
import { dangerFirst } from './danger-first.ts';

const at = '2026-11-30T08:00:00Z';
const answer = { id: 'a', page: 1, shown: ['chest-pain' as const], at, acting: false };

it('lists repeat requests with declared or ticked danger signs before all others', () => {
  const plain = { id: 'plain', redFlags: [], dangerAnswer: { ...answer, ticked: [] } };
  const former = { id: 'former', dangerAnswer: null };
  const declared = { id: 'declared', redFlags: [{ id: 'chest-pain' as const, at }], dangerAnswer: null };
  const ticked = { id: 'ticked', dangerAnswer: { ...answer, ticked: [{ id: 'chest-pain' as const, at }] } };
  const order = dangerFirst([plain, former, declared, ticked]).map(({ id }) => id);
  expect(order).toEqual(['declared', 'ticked', 'plain', 'former']);
});
