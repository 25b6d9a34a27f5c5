import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './cruise.ts';

const FILE = /^(\d{13,14})-[a-z0-9]+(-[a-z0-9]+)*\.ts$/;

/** Returns the timestamps of migration files in listed order. */
function timestampsOf(files: readonly string[]): number[] {
  return files.map((file) => Number(FILE.exec(file)?.[1] ?? Number.NaN));
}

function risesStrictly(numbers: readonly number[]): boolean {
  return numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? Number.NaN));
}

const files = readdirSync(join(root, 'migrations'))
  .filter((file) => file.endsWith('.ts'))
  .sort();

describe('migrations', () => {
  it('exist and are named {timestamp}-{name}.ts', () => {
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter((file) => !FILE.test(file))).toEqual([]);
  });

  it('have strictly increasing timestamps', () => {
    expect(risesStrictly([1, 2, 2])).toBe(false);
    expect(risesStrictly(timestampsOf(['20261124150000-b.ts', '1732460400000-c.ts']))).toBe(false);
    expect(risesStrictly(timestampsOf(files))).toBe(true);
  });
});
