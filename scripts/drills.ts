/** A drill as docs/operations/drills.md records it. */
export interface RecordedDrill {
  readonly name: string;
  readonly date: string;
  readonly result: string;
}

/** Returns the rows of the table of drills that `npm run drill` runs. */
export function recordedDrills(markdown: string): RecordedDrill[] {
  const rows = markdown.split('\n').map((line) =>
    line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  return rows.flatMap(([name = '', date = '', ...rest]) =>
    /^\d{4}-\d{2}-\d{2}$/.test(date) ? [{ name, date, result: rest.at(-1) ?? '' }] : [],
  );
}
