import { AppError } from '@yunzhen/shared/core/errors';
import { permits } from '@yunzhen/shared/core/permission';
import type { Actor } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import type { DepartmentBoards } from './department-boards.repository.ts';

/** No practitioner has this id, so it has no department. */
const noPractitioner = '00000000-0000-0000-0000-000000000000';

/** Returns the practitioner to whose departments a person’s figures are confined; null for the whole hospital, as for jobs. */
export function confinedTo(actor: Actor | null): string | null {
  if (!actor || permits(actor.roles, 'metrics.read-hospital')) return null;
  return actor.practitionerId ?? noPractitioner;
}

/** Throws `auth.forbidden` when a department head asks for the hospital or for a department that they do not belong to. */
export async function assertInScope(
  tx: Tx,
  departments: Pick<DepartmentBoards, 'of'>,
  actor: Actor | null,
  departmentId: string | undefined,
): Promise<void> {
  const practitionerId = confinedTo(actor);
  if (practitionerId === null) return;
  const own = await departments.of(tx, practitionerId);
  if (!own.some(({ id }) => id === departmentId))
    throw new AppError('auth.forbidden', 'figures of another department than one’s own');
}
