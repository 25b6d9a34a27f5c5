import { AppError } from '@yunzhen/shared/core/errors';
import type { Actor } from '../../platform/context.ts';
import type { DocumentRow } from './documents.repository.ts';

/** More than any visit needs; stops a client that creates in a loop. */
export const maxDocuments = 30;

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
