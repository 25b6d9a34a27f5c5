import { expect, it } from 'vitest';
import type { Prescription } from '@yunzhen/shared/prescribing/prescribing.contract';
import { merged, readable, type HeldPrescription, type HeldPrescriptions } from './held-list.ts';

const now = Date.parse('2026-03-02T09:00:00.000Z');
const code = { address: 'https://example.org/v#1', modules: ['10', '01'] };
const shown = (id: string, over: Partial<Prescription> = {}) =>
  ({
    id,
    number: id,
    status: 'approved',
    signedAt: `2026-03-01T0${id}:00:00.000Z`,
    validUntil: '2026-03-04T00:00:00.000Z',
    items: [],
    dispensing: null,
    ...over,
  }) as unknown as Prescription;
const held = (id: string) => ({ ...shown(id), code }) as unknown as HeldPrescription;

it('holds the newest five and keeps the known code of a usable prescription', () => {
  const list = merged(
    [held('1'), held('2')],
    ['2', '3', '4', '5', '6'].map((id) => shown(id)),
    now,
  );
  expect(list.map(({ id }) => id)).toEqual(['6', '5', '4', '3', '2']);
  expect(list.map((one) => one.code)).toEqual([null, null, null, null, code]);
  expect(list.map(({ usable }) => usable)).toEqual([true, true, true, true, true]);
});

it('drops withdrawn prescriptions and the codes of expired and dispensed ones', () => {
  const before = [held('1'), held('2'), held('3')];
  const list = merged(
    before,
    [
      shown('1', { status: 'cancelled' }),
      shown('2', { status: 'dispensed' }),
      shown('3', { validUntil: '2026-03-02T08:59:00.000Z' }),
    ],
    now,
  );
  expect(list.map(({ id, code: kept, usable }) => [id, kept, usable])).toEqual([
    ['3', null, false],
    ['2', null, false],
  ]);
});

it('is readable by the same account and patient only, for a week', () => {
  const stored: HeldPrescriptions = {
    accountId: 'a',
    patientId: 'p',
    locale: 'en',
    timeZone: 'Asia/Shanghai',
    at: now,
    items: [held('1')],
  };
  expect(readable(stored, { id: 'a', patientId: 'p' }, now)).toHaveLength(1);
  expect(readable(stored, { id: 'a', patientId: 'child' }, now)).toEqual([]);
  expect(readable(stored, { id: 'b', patientId: 'p' }, now)).toEqual([]);
  expect(readable(stored, { id: 'a', patientId: 'p' }, now + 7 * 86_400_000)).toEqual([]);
  expect(readable(undefined, { id: 'a', patientId: 'p' }, now)).toEqual([]);
});
