/** One figure of a benchmark with its goal, and whether it was reached. Without a goal it is only reported. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** `<= 1.0`, `>= 0.97`; null for a figure without a goal. */
  readonly goal: string | null;
}

/** Prints the table and, last, the one line that programs parse. A missed goal is reported but fails nothing. */
export function report(
  bench: string,
  rounds: number,
  table: readonly Record<string, unknown>[],
  figures: readonly Figure[],
): void {
  console.table(table);
  const judged = figures.map((figure) => ({
    ...figure,
    value: Number(figure.value.toFixed(4)),
    holds: figure.goal === null ? null : holds(figure.value, figure.goal),
  }));
  process.stdout.write(`${JSON.stringify({ bench, rounds, figures: judged })}\n`);
}

function holds(value: number, goal: string): boolean {
  const [, operator, limit] = /^(<=|>=) (-?[\d.]+)$/.exec(goal) ?? [];
  if (!operator) throw new Error(`a goal is "<= 1.0" or ">= 1.0", not "${goal}"`);
  return operator === '<=' ? value <= Number(limit) : value >= Number(limit);
}

/** Returns the value below which this share of the values lies (nearest rank). */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1
    ? (sorted[Math.floor(middle)] ?? Number.NaN)
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}

/** `--rounds=7` → 7. */
export function option(name: string, fallback: number): number {
  const given = process.argv.find((argument) => argument.startsWith(`--${name}=`));
  return given ? Number(given.slice(name.length + 3)) : fallback;
}
