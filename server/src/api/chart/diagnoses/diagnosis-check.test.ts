import { describe, expect, it } from 'vitest';
import { diagnosisErrors, sameDiagnoses, type ChosenDiagnosis } from './diagnosis-check.ts';

const known = (code: string) => (/^[A-Z]\d\d$/.test(code) ? { en: code, zh: code } : null);
const chosen = (code: string, primary = false): ChosenDiagnosis => ({ code, primary, certainty: 'confirmed' });

describe('diagnosisErrors', () => {
  it('accepts an empty list, or one primary diagnosis among known codes', () => {
    expect(diagnosisErrors([], known)).toEqual([]);
    expect(diagnosisErrors([chosen('I10', true), chosen('J06')], known)).toEqual([]);
  });

  it('requires exactly one primary diagnosis', () => {
    const error = { path: 'items', rule: 'one-primary' };
    expect(diagnosisErrors([chosen('I10')], known)).toEqual([error]);
    expect(diagnosisErrors([chosen('I10', true), chosen('J06', true)], known)).toEqual([error]);
  });

  it('reports the line of each unknown or duplicate code', () => {
    expect(diagnosisErrors([chosen('I10', true), chosen('nonsense'), chosen('I10')], known)).toEqual([
      { path: 'items.1.code', rule: 'unknown-code' },
      { path: 'items.2.code', rule: 'duplicate' },
    ]);
  });

  it('treats lists as equal only with the same order, primary diagnosis and certainty', () => {
    const list = [chosen('I10', true), chosen('J06')];
    expect(sameDiagnoses(list, [...list])).toBe(true);
    expect(sameDiagnoses(list, [...list].reverse())).toBe(false);
    expect(sameDiagnoses(list, list.slice(0, 1))).toBe(false);
    expect(sameDiagnoses(list, [chosen('I10'), chosen('J06', true)])).toBe(false);
    expect(sameDiagnoses(list, [{ ...chosen('I10', true), certainty: 'provisional' }, chosen('J06')])).toBe(false);
  });
});
