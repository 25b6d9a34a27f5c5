import { AppError } from '@yunzhen/shared/core/errors';
import type { Actor } from '../../platform/context.ts';

/** Who writes into the chart. */
export type Author = 'patient' | 'doctor';

export function isOwnChart(actor: Actor, patientId: string): boolean {
  return actor.patientId !== null && actor.patientId === patientId;
}

/** A chart that is not there and one that is not yours to see look the same from outside. */
export function chartNotFound(): AppError {
  return new AppError('resource.not-found', 'no such chart for this person');
}
