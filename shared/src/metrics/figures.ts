import type { FigureDefinition, FigureLevel } from './figure.ts';
import { figuresOfCalls } from './figures-of-calls.ts';
import { figuresOfPrescriptions } from './figures-of-prescriptions.ts';
import { figuresOfVisits } from './figures-of-visits.ts';

const catalogue = { ...figuresOfVisits, ...figuresOfCalls, ...figuresOfPrescriptions } as const;

/** Every figure of the hospital. Pages and definitions both come from here. */
export type FigureId = keyof typeof catalogue;
export const figures: Readonly<Record<FigureId, FigureDefinition>> = catalogue;
export const figureIds = Object.keys(catalogue) as [FigureId, ...FigureId[]];

/** Returns whether a figure exists at a level. */
export function hasLevel(figure: FigureId, level: FigureLevel): boolean {
  return figures[figure].levels.includes(level);
}
