import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, expect, it } from 'vitest';
import { useRecordCheckStore } from './record-check.store.ts';

const unknown = { allergies: [], allergiesStated: false, medicines: [] };
const stated = { ...unknown, allergiesStated: true };

beforeEach(() => setActivePinia(createPinia()));

it('The record check points to the first section without an answer, and shows what is missing only after it was asked', () => {
  const record = useRecordCheckStore();
  expect(record.faultOf('allergies', unknown)).toBeUndefined();
  expect(record.check(unknown)).toBe(false);
  expect(record.incomplete).toEqual({ section: 'allergies' });
  expect(record.faultOf('medicines', unknown)).toBe('medicinesMissing');
  expect(record.check(stated)).toBe(false);
  expect(record.incomplete).toEqual({ section: 'medicines' });
  record.takesNone = true;
  expect(record.check(stated)).toBe(true);
});

it('The record check stops at an entry that was typed and not added, and starts again on another page', () => {
  const record = useRecordCheckStore();
  record.takesNone = true;
  record.unsaved.allergies = true;
  expect(record.check(stated)).toBe(false);
  expect(record.faultOf('allergies', stated)).toBe('unsaved');
  record.reset();
  expect(record.faultOf('medicines', stated)).toBeUndefined();
  expect(record.check(stated)).toBe(false);
});
