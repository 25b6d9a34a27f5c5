import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './cruise.ts';

/** Requirements of levels 1 and 2 of ASVS 5.0.0, by section; missing numbers are of level 3. */
const sections: Readonly<Record<string, readonly number[]>> = {
  '1.1': [1, 2],
  '1.2': [1, 2, 3, 4, 5, 6, 7, 8, 9],
  '1.3': [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
  '1.4': [1, 2, 3],
  '1.5': [1, 2],
  '2.1': [1, 2, 3],
  '2.2': [1, 2, 3],
  '2.3': [1, 2, 3, 4],
  '2.4': [1],
  '3.2': [1, 2],
  '3.3': [1, 2, 3, 4],
  '3.4': [1, 2, 3, 4, 5, 6],
  '3.5': [1, 2, 3, 4, 5],
  '3.7': [1, 2],
  '4.1': [1, 2, 3],
  '4.2': [1],
  '4.3': [1, 2],
  '4.4': [1, 2, 3, 4],
  '5.1': [1],
  '5.2': [1, 2, 3],
  '5.3': [1, 2],
  '5.4': [1, 2, 3],
  '6.1': [1, 2, 3],
  '6.2': [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
  '6.3': [1, 2, 3, 4],
  '6.4': [1, 2, 3, 4],
  '6.5': [1, 2, 3, 4, 5],
  '6.6': [1, 2, 3],
  '6.8': [1, 2, 3, 4],
  '7.1': [1, 2, 3],
  '7.2': [1, 2, 3, 4],
  '7.3': [1, 2],
  '7.4': [1, 2, 3, 4, 5],
  '7.5': [1, 2],
  '7.6': [1, 2],
  '8.1': [1, 2],
  '8.2': [1, 2, 3],
  '8.3': [1],
  '8.4': [1],
  '9.1': [1, 2, 3],
  '9.2': [1, 2, 3, 4],
  '10.1': [1, 2],
  '10.2': [1, 2],
  '10.3': [1, 2, 3, 4],
  '10.4': [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
  '10.5': [1, 2, 3, 4, 5],
  '10.6': [1, 2],
  '10.7': [1, 2, 3],
  '11.1': [1, 2],
  '11.2': [1, 2, 3],
  '11.3': [1, 2, 3],
  '11.4': [1, 2, 3, 4],
  '11.5': [1],
  '11.6': [1],
  '12.1': [1, 2, 3],
  '12.2': [1, 2],
  '12.3': [1, 2, 3, 4],
  '13.1': [1],
  '13.2': [1, 2, 3, 4, 5],
  '13.3': [1, 2],
  '13.4': [1, 2, 3, 4, 5],
  '14.1': [1, 2],
  '14.2': [1, 2, 3, 4],
  '14.3': [1, 2, 3],
  '15.1': [1, 2, 3],
  '15.2': [1, 2, 3],
  '15.3': [1, 2, 3, 4, 5, 6, 7],
  '16.1': [1],
  '16.2': [1, 2, 3, 4, 5],
  '16.3': [1, 2, 3, 4],
  '16.4': [1, 2, 3],
  '16.5': [1, 2, 3],
  '17.1': [1],
  '17.2': [1, 2, 3, 4],
  '17.3': [1, 2],
};

interface Row {
  ids: string[];
  state: string;
  last: string;
}

const rows: Row[] = readFileSync(join(root, 'docs/operations/asvs.md'), 'utf8')
  .split('\n')
  .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim()))
  .filter(([, ids = '']) => /^\d+\.\d+\.\d+/.test(ids))
  .map(([, ids = '', , state = '', , last = '']) => ({ ids: ids.split(', '), state, last }));

const namesIn = (text: string) =>
  [...text.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path).filter((path) => path.endsWith('.ts'));
const testsOf = ({ last }: Row) => namesIn(last);

describe('SECURITY.md', () => {
  it('names tests that exist', () => {
    const text = readFileSync(join(root, 'SECURITY.md'), 'utf8');
    const [, listed = '', folder = ''] =
      /^Tests: ((?:`[\w-]+\.test\.ts`(?:, |\nand | and |))+) in `([\w/]+)`/m.exec(text) ?? [];
    const short = namesIn(listed).map((name) => `${folder}/${name}`);
    expect(short.length).toBeGreaterThan(5);
    const paths = namesIn(text).filter((name) => name.includes('/'));
    expect(paths.length).toBeGreaterThan(3);
    expect([...short, ...paths].filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});

describe('the table of ASVS requirements', () => {
  it('has one row per requirement of levels 1 and 2', () => {
    const required = Object.entries(sections).flatMap(([section, numbers]) => numbers.map((n) => `${section}.${n}`));
    expect(required).toHaveLength(253);
    expect(rows.flatMap(({ ids }) => ids).sort()).toEqual(required.sort());
  });

  it('has a state for each, and existing tests or a reason', () => {
    const states = ['yes', 'partly', 'operator', 'n/a'];
    expect(rows.filter(({ state }) => !states.includes(state))).toEqual([]);
    expect(rows.filter((row) => testsOf(row).length === 0 && row.last.length < 12)).toEqual([]);
    const missing = rows.flatMap(testsOf).filter((path) => !existsSync(join(root, path)));
    expect(missing).toEqual([]);
    expect(rows.flatMap(testsOf).filter((path) => !/\.(test|e2e)\.ts$/.test(path))).toEqual([]);
  });

  it('states the right counts', () => {
    const text = readFileSync(join(root, 'docs/operations/asvs.md'), 'utf8');
    for (const state of ['yes', 'partly', 'operator', 'n/a']) {
      const stated = Number(new RegExp(`^\\| ${state} +\\|.*\\| +(\\d+) +\\|$`, 'm').exec(text)?.[1]);
      const counted = rows.filter((row) => row.state === state).flatMap(({ ids }) => ids).length;
      expect(stated, state).toBe(counted);
    }
  });
});
