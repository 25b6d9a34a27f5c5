import { expect, it } from 'vitest';
import { sickNoteDays, documentMachine } from './clinical-document.ts';

it.each([
  ['2026-11-24', '2026-11-24', 1],
  ['2026-11-24', '2026-11-26', 3],
  ['2026-02-27', '2026-03-01', 3],
  ['2028-02-27', '2028-03-01', 4],
  ['2026-11-24', '2026-11-23', 0],
])('a sick note from %s to %s is for %i days', (from, to, days) => {
  expect(sickNoteDays(from, to)).toBe(days);
});

it('a signed document can only be revoked, and a revoked one cannot change', () => {
  expect(documentMachine.next('signed', 'revoke')).toBe('revoked');
  for (const command of ['discard', 'sign'] as const) {
    expect(documentMachine.can('signed', command)).toBe(false);
    expect(documentMachine.can('revoked', command)).toBe(false);
  }
  expect(documentMachine.isFinal('revoked') && documentMachine.isFinal('discarded')).toBe(true);
});
