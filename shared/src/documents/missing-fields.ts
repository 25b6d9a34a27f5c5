import type { FieldError } from '../core/errors.ts';
import { sickNoteDays } from './clinical-document.ts';
import type { DocumentContent, SickNoteContent } from './documents.schemas.ts';

/** Longer than any remote sick note; catches a slip in the year. */
const longestSickNoteDays = 90;

/** Returns what is missing for a signature, by field. */
export function missingIn(content: DocumentContent): FieldError[] {
  switch (content.kind) {
    case 'sick-note':
      return missingDays(content);
    case 'referral':
      return empty(content, ['department', 'reason', 'summary']);
    case 'after-visit-summary':
      return empty(content, ['diagnoses', 'advice', 'watchFor', 'comeBack']);
  }
}

function missingDays({ from, to }: SickNoteContent): FieldError[] {
  if (!from || !to) return [...(from ? [] : [required('from')]), ...(to ? [] : [required('to')])];
  const days = sickNoteDays(from, to);
  if (days === 0) return [{ path: 'to', rule: 'before-beginning' }];
  return days > longestSickNoteDays
    ? [{ path: 'to', rule: 'too-many-days', expected: String(longestSickNoteDays) }]
    : [];
}

function empty<Content extends object>(content: Content, fields: readonly (keyof Content & string)[]): FieldError[] {
  return fields.filter((field) => String(content[field]).trim() === '').map(required);
}

function required(path: string): FieldError {
  return { path, rule: 'required' };
}
