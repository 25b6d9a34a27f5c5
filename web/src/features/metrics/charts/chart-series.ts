/** A line of a chart. Lines differ in dashes or labels as well as in colour. */
export interface ChartLine {
  readonly name: string;
  /** One value for each period; null breaks the line. */
  readonly values: readonly (number | null)[];
  readonly tone: 'main' | 'second' | 'third' | 'before';
}

export const tones = {
  main: { color: 'var(--ui-primary)', text: 'var(--ui-primary)', width: 2.25, dash: undefined },
  second: { color: 'var(--ui-info)', text: 'var(--ui-info)', width: 2, dash: '6 4' },
  third: { color: 'var(--ui-text-muted)', text: 'var(--ui-text-muted)', width: 2, dash: '2 4' },
  before: { color: 'var(--ui-text-dimmed)', text: 'var(--ui-text-muted)', width: 1.25, dash: '3 3' },
} as const;

/** Returns line segments and single points of a series; a missing value breaks the line, and nothing is smoothed. */
export function strokesOf(
  values: readonly (number | null)[],
  x: (place: number) => number,
  y: (value: number) => number,
): { path: string; points: { x: number; y: number }[] } {
  let path = '';
  const points: { x: number; y: number }[] = [];
  for (const [place, value] of values.entries()) {
    if (value === null) continue;
    const follows = place > 0 && values[place - 1] !== null;
    const leads = place + 1 < values.length && values[place + 1] !== null;
    if (!follows && !leads) points.push({ x: x(place), y: y(value) });
    else path += `${follows ? 'L' : 'M'}${x(place).toFixed(1)} ${y(value).toFixed(1)}`;
  }
  return { path, points };
}

/** Returns the indexes labelled below the axis: as many as there is room for, evenly spaced, always including the last one. */
export function labelledPlaces(count: number, room: number, each: number): number[] {
  const most = Math.max(2, Math.floor(room / each));
  const step = Math.max(1, Math.ceil(count / most));
  return Array.from({ length: count }, (_, place) => place).filter((place) => (count - 1 - place) % step === 0);
}

/** Returns the approximate width of a text, in ems: a Han character is a full em wide, a Latin one about half. */
export const widthOf = (text: string): number => [...text].reduce((sum, sign) => sum + (sign > '\u2e80' ? 1 : 0.56), 0);
