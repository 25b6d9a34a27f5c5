import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import { expect, it } from 'vitest';
import { activeMedicinesOf } from './active-medicines.ts';
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
