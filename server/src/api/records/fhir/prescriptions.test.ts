import { expect, it } from 'vitest';
import { wordsOf } from './fhir-values.ts';
import { prescriptionOf, type PrescriptionRow } from './prescriptions.ts';

const both = (en: string) => ({ en, zh: en });
const line = (itemId: string, quantity: string) => ({
  itemId,
  quantity,
  unit: 'tablet',
  productName: both('Paracetamol'),
  strength: '500 mg',
  form: both('tablet'),
  substituted: false,
  note: 'Acme · LOT 7A · EXP 2027-05',
  pack: { brand: 'Acme', batch: '7A', expires: '2027-05' },
});
const row = {
  id: 'p',
  items: [],
  chosenPharmacyId: null,
  safety: null,
  acknowledgements: [],
  review: null,
  signatures: [],
  dispenses: [
    {
      id: 'd',
      number: 'D-1',
      pharmacyId: 'ph',
      at: '2026-11-29T10:00:00Z',
      by: '何静',
      lines: [line('a', '9'), line('b', '0')],
      receipt: 'a.b.c',
    },
  ],
} as unknown as PrescriptionRow;

it('A line of which nothing was dispensed after all is no completed dispense', () => {
  const dispenses = prescriptionOf(row, wordsOf('en')).filter(
    ({ resourceType }) => resourceType === 'MedicationDispense',
  );
  expect(dispenses).toMatchObject([{ status: 'completed' }, { status: 'entered-in-error' }]);
});

it('A dispense names batch and expiry with the labels of the patient’s language; an older one has the text as signed', () => {
  const notesIn = (locale: 'en' | 'zh-CN', given = row) =>
    prescriptionOf(given, wordsOf(locale)).flatMap((one) =>
      one.resourceType === 'MedicationDispense' ? (one.note ?? []).map(({ text }) => text) : [],
    );
  expect(notesIn('en')[0]).toBe('Acme · LOT 7A · EXP 2027-05');
  expect(notesIn('zh-CN')[0]).toBe('Acme · 批号 7A · 有效期至 2027-05');
  const [part] = row.dispenses;
  const older = { ...row, dispenses: [{ ...part, lines: [{ ...line('a', '9'), pack: null }] }] } as PrescriptionRow;
  expect(notesIn('zh-CN', older)).toEqual(['Acme · LOT 7A · EXP 2027-05']);
});
