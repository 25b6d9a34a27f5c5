import type { DetectedIssue } from '@yunzhen/shared/prescribing/prescribing.contract';
import { AppError } from '@yunzhen/shared/core/errors';
import type { Actor } from '../../platform/context.ts';
import type { PrescriptionRow } from './prescription.entity.ts';

/** Returns the role in which the actor may read the prescription; null when the actor may not. */
export function readerOf(actor: Actor, row: PrescriptionRow): 'patient' | 'doctor' | 'pharmacist' | null {
  if (actor.patientId !== null && actor.patientId === row.patientId && row.signedAt !== null) return 'patient';
  if (actor.roles.includes('doctor') && actor.practitionerId === row.practitionerId) return 'doctor';
  if (actor.roles.includes('pharmacist') && row.signedAt !== null) return 'pharmacist';
  return null;
}

/** Returns the row when the actor is its doctor; throws `resource.not-found` for any other doctor. */
export function requireOwn(actor: Actor, row: PrescriptionRow | null): PrescriptionRow {
  if (!row || actor.practitionerId === null || row.practitionerId !== actor.practitionerId) {
    throw new AppError('resource.not-found', 'prescription not found');
  }
  return row;
}

/** Returns the row when the actor is its doctor and it is unsigned. */
export function requireOwnDraft(actor: Actor, row: PrescriptionRow | null): PrescriptionRow {
  const draft = requireOwn(actor, row);
  if (draft.status === 'draft') return draft;
  throw new AppError('prescription.transition-refused', 'only a draft can be edited', {
    facts: { state: draft.status },
  });
}

/** Throws when an alert can't be overridden, at the signature and at the approval. */
export function assertNoFixedIssue(issues: readonly DetectedIssue[]): void {
  const fixed = issues.find((issue) => !issue.overridable);
  if (!fixed) return;
  throw new AppError('prescription.issue-not-overridable', 'alert cannot be overridden', {
    facts: { issue: fixed.id },
  });
}
