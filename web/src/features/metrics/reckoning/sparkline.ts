/**
 * Returns a sparkline as an SVG path in a box of the given size, with the lowest value at the bottom. A missing value breaks the line; equal values
 * run through the middle.
 * The box spans at least a fifth of the highest value, so that small changes are not exaggerated. Empty with fewer than two values.
 */
export function sparklinePath(values: readonly (number | null)[], width: number, height: number): string {
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return '';
  const [lowest, highest] = [Math.min(...known), Math.max(...known)];
  const span = Math.max(highest - lowest, highest * leastSpan);
  const least = (lowest + highest - span) / 2;
  const step = width / (values.length - 1);
  let path = '';
  let drawing = false;
  for (const [index, value] of values.entries()) {
    if (value === null) {
      drawing = false;
      continue;
    }
    const y = span === 0 ? height / 2 : height - ((value - least) / span) * height;
    path += `${drawing ? 'L' : 'M'}${round(index * step)} ${round(y)}`;
    drawing = true;
  }
  return path;
}

const leastSpan = 0.2;
const round = (value: number) => Math.round(value * 100) / 100;
