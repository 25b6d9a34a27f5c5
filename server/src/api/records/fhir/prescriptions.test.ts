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
  note: '',
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
