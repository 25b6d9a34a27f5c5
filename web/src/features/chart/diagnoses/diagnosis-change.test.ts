import { describe, expect, it } from 'vitest';
import { changed, maxDiagnoses, sameDiagnoses, type DiagnosisInput } from './diagnosis-change.ts';

const hit = (code: string) => ({ code, title: { en: code, zh: code } });
const item = (code: string, primary = false): DiagnosisInput => ({ ...hit(code), primary, certainty: 'provisional' });
const primaries = (list: DiagnosisInput[]) => list.filter(({ primary }) => primary).map(({ code }) => code);

describe('The list of diagnoses', () => {
  it('makes the first one primary, provisional until confirmed', () => {
    expect(changed([], { type: 'add', hit: hit('I10') })).toEqual([item('I10', true)]);
    expect(primaries(changed([item('I10', true)], { type: 'add', hit: hit('E11') }))).toEqual(['I10']);
  });

  it('contains a code once and at most as many codes as the contract allows', () => {
    expect(changed([item('I10', true)], { type: 'add', hit: hit('I10') })).toHaveLength(1);
    const full = Array.from({ length: maxDiagnoses }, (_, n) => item(`A${n}`, n === 0));
    expect(changed(full, { type: 'add', hit: hit('I10') })).toEqual(full);
  });

  it('always has exactly one primary diagnosis', () => {
    const list = [item('I10', true), item('E11'), item('J06')];
    expect(primaries(changed(list, { type: 'make-primary', code: 'J06' }))).toEqual(['J06']);
    expect(primaries(changed(list, { type: 'remove', code: 'I10' }))).toEqual(['E11']);
    expect(primaries(changed(list, { type: 'make-primary', code: 'gone' }))).toEqual(['I10']);
    expect(changed([item('I10', true)], { type: 'remove', code: 'I10' })).toEqual([]);
  });

  it('detects a change that changes nothing, whatever else the record contains', () => {
    const stored = [{ ...item('I10', true), id: 'x' }];
    expect(sameDiagnoses(changed(stored, { type: 'add', hit: hit('I10') }), stored)).toBe(true);
    expect(sameDiagnoses(changed(stored, { type: 'add', hit: hit('E11') }), stored)).toBe(false);
    const confirmed = changed(stored, { type: 'set-certainty', code: 'I10', certainty: 'confirmed' });
    expect(sameDiagnoses(confirmed, stored)).toBe(false);
  });

  it('changes the certainty of one only, and sends no field that the contract does not have', () => {
    const stored = [{ ...item('I10', true), id: 'x' }, item('E11')];
    expect(changed(stored, { type: 'set-certainty', code: 'E11', certainty: 'confirmed' })).toEqual([
      item('I10', true),
      { ...item('E11'), certainty: 'confirmed' },
    ]);
  });
});
