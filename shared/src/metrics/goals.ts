import { isFew } from './few-cases.ts';
import type { FigureCell } from './figures.contract.ts';
import { figures, type FigureId } from './figures.ts';

/** The figures that answer a president’s questions and have a goal of the hospital, each a share. */
export const goalFigures = ['wait-within-target', 'call-drop-share', 'review-within-target'] as const;
export type GoalFigure = (typeof goalFigures)[number];

/** What the hospital wants to reach, from 0 to 1. */
export type Goals = Readonly<Record<GoalFigure, number>>;

export const usualGoals: Goals = { 'wait-within-target': 0.9, 'call-drop-share': 0.02, 'review-within-target': 0.9 };

/** From when something needs attention now, whatever the share of a longer period. */
export interface AlertThresholds {
  /** A wait of so many seconds. */
  readonly waitSeconds: number;
  /** So many patients waiting in one department. */
  readonly waitingPatients: number;
  /** So many prescriptions beyond the review target. */
  readonly overdueReviews: number;
}

/** A wait needs attention from the hospital’s target wait, unless it sets another time. */
export const usualThresholds = { waitingPatients: 10, overdueReviews: 1 } as const;

export type Verdict = 'met' | 'nearly' | 'missed' | 'unknown';

/** A goal is nearly met while at most half as many cases more than it allows go wrong. */
const nearly = 1.5;

export const isGoalFigure = (figure: FigureId): figure is GoalFigure =>
  (goalFigures as readonly FigureId[]).includes(figure);

/** Returns whether a share meets its goal; unknown where it is suppressed, empty or has too few cases. */
export function verdictOf(figure: GoalFigure, cell: FigureCell, goal: number): Verdict {
  if (cell.value === null || isFew(figure, cell)) return 'unknown';
  const more = figures[figure].better === 'more';
  const [wrong, allowed] = more ? [1 - cell.value, 1 - goal] : [cell.value, goal];
  // Shares are compared to a tenth of a per cent, as they are shown.
  const exceeds = (limit: number) => Math.round(wrong * 1000) > Math.round(limit * 1000);
  if (!exceeds(allowed)) return 'met';
  return exceeds(allowed * nearly) ? 'missed' : 'nearly';
}
