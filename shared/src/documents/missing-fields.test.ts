import { describe, expect, it } from 'vitest';
import type { SickNoteContent } from './documents.schemas.ts';
import { missingIn } from './missing-fields.ts';

const sickNote = (from: string | null, to: string | null): SickNoteContent => ({
  kind: 'sick-note',
  purpose: 'work',
  from,
  to,
  patientAgreesToDiagnosis: false,
  remark: '',
});

describe('missing fields of a document', () => {
  it.each([
    ['no day at all', null, null, ['from required', 'to required']],
    ['no last day', '2026-11-24', null, ['to required']],
    ['a last day before the first', '2026-11-24', '2026-11-23', ['to before-beginning']],
    ['a slip in the year', '2026-11-24', '2027-11-24', ['to too-many-days']],
    ['one day', '2026-11-24', '2026-11-24', []],
  ])('of a sick note with %s', (_, from, to, expected) => {
    expect(missingIn(sickNote(from, to)).map(({ path, rule }) => `${path} ${rule}`)).toEqual(expected);
  });

  it('of a letter are its blank fields, the receiving hospital excepted', () => {
    const letter = {
      kind: 'referral',
      hospital: '',
      department: ' ',
      urgent: false,
      reason: 'x',
      summary: '\n',
    } as const;
    expect(missingIn(letter).map(({ path }) => path)).toEqual(['department', 'summary']);
  });
});
