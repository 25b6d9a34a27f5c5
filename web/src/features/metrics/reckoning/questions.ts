import type { FigureLevel } from '@yunzhen/shared/metrics/figure';
import { hasLevel, type FigureId } from '@yunzhen/shared/metrics/figures';

/** A president’s questions, each with the figure that answers it and those that explain it. */
export const questions = {
  time: ['wait-within-target', 'wait-median', 'wait-p90', 'visits-left', 'no-show-share'],
  calls: ['call-drop-share', 'call-mos-median', 'call-recovery-median', 'rating-picture', 'rating-care'],
  safety: ['review-within-target', 'override-share', 'rejection-share', 'antibiotic-share', 'generic-share'],
} as const satisfies Record<string, readonly FigureId[]>;
export type Question = keyof typeof questions;
export const questionNames = Object.keys(questions) as Question[];

/** Figures of total volume. */
export const volume = [
  'visits',
  'visits-completed',
  'visits-referred',
  'prescriptions',
  'consult-median',
  'utilisation',
] as const;

const charted = ['call-first-picture-median', 'review-median', 'review-p90', 'calls'] as const;

/** Filters the figures that exist at a level. */
export const atLevel = <Id extends FigureId>(ids: readonly Id[], level: FigureLevel): Id[] =>
  ids.filter((id) => hasLevel(id, level));

/** Returns all figures that a page of this level fetches in one request. */
export function askedAt(level: FigureLevel): FigureId[] {
  return atLevel([...new Set<FigureId>([...Object.values(questions).flat(), ...volume, ...charted])], level);
}

/** Columns of the tables of departments and doctors. */
export const breakdownColumns = [
  'visits',
  'wait-median',
  'wait-within-target',
  'call-drop-share',
  'rating-care',
  'override-share',
  'rejection-share',
] as const satisfies readonly FigureId[];
