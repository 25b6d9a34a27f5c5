import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import { expect, it } from 'vitest';
import type { PrescriptionItem } from '@yunzhen/shared/prescribing/prescribing.contract';
import { activeMedicinesOf, supplyDaysOf } from './active-medicines.ts';
import type { PrescriptionRow } from './prescription.entity.ts';

const validUntil = new Date('2026-11-30T16:00:00Z');
const both = (en: string) => ({ en, zh: en });
const item = (id: string, durationDays: number) => ({ id, durationDays, productName: both(id), strength: '500 mg' });
const row = {
  id: 'p',
  visitId: 'v',
  status: 'dispensed',
  signedAt: new Date('2026-11-29T10:00:00Z'),
  validUntil,
  items: [item('clarithromycin', 7), item('paracetamol', 3)],
} as unknown as PrescriptionRow;
const namesAt = (days: number, ms = 0) =>
  activeMedicinesOf([row], new Date(validUntil.getTime() + days * DAY_MS + ms)).map(({ name }) => name.en);

it('A medicine is active until its course, begun on the last day of dispensing, is over', () => {
  expect(namesAt(0)).toEqual(['clarithromycin', 'paracetamol']);
  expect(namesAt(3, -1)).toEqual(['clarithromycin', 'paracetamol']);
  expect(namesAt(3)).toEqual(['clarithromycin']);
  expect(namesAt(7)).toEqual([]);
});

it('An active medicine names its prescription, status and latest end', () => {
  expect(activeMedicinesOf([row], validUntil)[0]).toMatchObject({
    id: 'clarithromycin',
    prescriptionId: 'p',
    visitId: 'v',
    status: 'dispensed',
    strength: '500 mg',
    signedAt: '2026-11-29T10:00:00.000Z',
    until: '2026-12-07T16:00:00.000Z',
  });
});

const dose = (unit: string) => ({ value: '1', unit });
const daily = { frequency: 1, period: 1, periodUnit: 'd', when: null };

it.each([
  ['the days of the course', dose('tablet'), { value: '7', unit: 'tablet', manual: false }, 8],
  ['what a larger quantity lasts', dose('tablet'), { value: '14', unit: 'tablet', manual: true }, 15],
  [
    'the days of the course where a smaller quantity was entered',
    dose('tablet'),
    { value: '3', unit: 'tablet', manual: true },
    8,
  ],
  [
    'nothing where an entered quantity cannot be compared with the dose',
    dose('mg'),
    { value: '14', unit: 'tablet', manual: true },
    null,
  ],
])('counts as supply %s', (_, each, quantity, days) => {
  const line = { ...item('amlodipine', 7), dose: each, timing: daily, asNeeded: null, quantity };
  expect(supplyDaysOf(row, line as unknown as PrescriptionItem, new Date(validUntil.getTime() - DAY_MS))).toBe(days);
});
