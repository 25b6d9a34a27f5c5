import { expect, it } from 'vitest';
import { wordsOf } from './fhir-values.ts';
import { medicationStatementOf, observationOf, type StatedMedicineRow } from './chart.ts';

const row: StatedMedicineRow = {
  id: 'm',
  patientId: 'p',
  recordedBy: 'patient',
  author: 'Patient/p',
  recordedAt: new Date('2026-03-01T08:00:00Z'),
  confirmedAt: null,
  retractedAt: null,
  lastAction: null,
  lastBy: null,
  lastReason: null,
  productId: null,
  text: '华法林',
  dosage: '',
};
const ended = (lastAction: 'retracted' | 'refuted', lastBy: 'patient' | 'doctor', lastReason = '') => {
  const { status, statusReason } = medicationStatementOf({
    ...row,
    retractedAt: new Date('2026-03-02T08:00:00Z'),
    lastAction,
    lastBy,
    lastReason,
  });
  return [status, statusReason?.map(({ text }) => text)];
};

it('passes on whether a doctor ended a medicine or called it an error, and why', () => {
  expect(medicationStatementOf(row).status).toBe('active');
  expect(ended('retracted', 'doctor', 'stopped because of bleeding')).toEqual([
    'stopped',
    ['stopped because of bleeding'],
  ]);
  expect(ended('refuted', 'doctor', 'never taken')).toEqual(['entered-in-error', ['never taken']]);
});

it('does not guess why a patient withdrew a medicine', () => {
  expect(ended('retracted', 'patient')).toEqual(['unknown', undefined]);
});

it('gives no reason of a medicine that is confirmed', () => {
  expect(
    medicationStatementOf({ ...row, lastAction: 'confirmed', lastBy: 'doctor', lastReason: 'seen' }),
  ).toMatchObject({ status: 'active' });
  expect(medicationStatementOf({ ...row, lastReason: 'seen' }).statusReason).toBeUndefined();
});

it('writes the unit of a measurement as people do, beside its UCUM code', () => {
  const { component } = observationOf(
    { ...row, kind: 'blood-pressure', value: '128', diastolic: '82', unit: 'mm[Hg]', measuredAt: row.recordedAt },
    wordsOf('zh-CN'),
  );
  expect(component?.map(({ valueQuantity }) => [valueQuantity?.unit, valueQuantity?.code])).toEqual([
    ['mmHg', 'mm[Hg]'],
    ['mmHg', 'mm[Hg]'],
  ]);
});
