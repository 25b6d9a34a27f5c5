import type { DocumentContent, SickNoteContent } from '@yunzhen/shared/documents/documents.contract';
import { sickNoteDays } from '@yunzhen/shared/documents/clinical-document';
import { AppError, type FieldError } from '@yunzhen/shared/core/errors';
import type { Actor } from '../../platform/context.ts';
import type { DocumentRow } from './documents.repository.ts';

/** More than any visit needs; stops a client that creates in a loop. */
export const maxDocuments = 30;

/** Longer than any remote sick note; catches a slip in the year. */
const longestSickNoteDays = 90;

/** Returns as whom the actor may read the document; null without access. Only the doctor reads a draft. */
export function readerOf(actor: Actor, row: DocumentRow): 'patient' | 'doctor' | null {
  if (actor.patientId !== null && actor.patientId === row.patientId && row.signedAt !== null) return 'patient';
  return actor.roles.includes('doctor') && actor.practitionerId === row.practitionerId ? 'doctor' : null;
}

/** Returns the row when the actor is its author; otherwise it counts as missing. */
export function requireOwn(actor: Actor, row: DocumentRow | null): DocumentRow {
  if (!row || readerOf(actor, row) !== 'doctor' || row.status === 'discarded') throw documentNotFound();
  return row;
}

export function documentNotFound(): AppError {
  return new AppError('resource.not-found', 'document not found');
}

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
