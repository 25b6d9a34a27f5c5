import { AppError } from '@yunzhen/shared/core/errors';
import type { Actor } from '../../platform/context.ts';

/** Who writes to the chart. */
export type Author = 'patient' | 'doctor';

export function isOwnChart(actor: Actor, patientId: string): boolean {
  return actor.patientId !== null && actor.patientId === patientId;
}

/** Returns the same error for a missing chart and one without access, so that they can’t be told apart. */
export function chartNotFound(): AppError {
  return new AppError('resource.not-found', 'chart not found');
}
