/**
 * The line of a sparkline as an SVG path in a box of the given size, lowest value at the bottom. A missing value breaks the
 * line. A row of equal values runs through the middle. Empty with fewer than two values.
 */
export function sparklinePath(values: readonly (number | null)[], width: number, height: number): string {
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return '';
  const least = Math.min(...known);
  const span = Math.max(...known) - least;
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

const round = (value: number) => Math.round(value * 100) / 100;
