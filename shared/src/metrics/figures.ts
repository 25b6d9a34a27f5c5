import type { FigureDefinition, FigureLevel } from './figure.ts';
import { figuresOfCalls } from './figures-of-calls.ts';
import { figuresOfPrescriptions } from './figures-of-prescriptions.ts';
import { figuresOfVisits } from './figures-of-visits.ts';

const catalogue = { ...figuresOfVisits, ...figuresOfCalls, ...figuresOfPrescriptions } as const;

/** Every figure of the hospital. What the pages show and what the definitions say are both read from here. */
export type FigureId = keyof typeof catalogue;
export const figures: Readonly<Record<FigureId, FigureDefinition>> = catalogue;
export const figureIds = Object.keys(catalogue) as [FigureId, ...FigureId[]];

/** Whether a figure exists for the hospital, a department or a doctor. */
export function hasLevel(figure: FigureId, level: FigureLevel): boolean {
  return figures[figure].levels.includes(level);
}
