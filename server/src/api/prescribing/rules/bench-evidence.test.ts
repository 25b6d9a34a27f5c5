import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { benchEvidence } from './bench-evidence.ts';

const readme = await readFile(new URL('../../../../../test/bench/README.md', import.meta.url), 'utf8');

it('shows only figures and days that the record of the benches contains', () => {
  for (const { bench, figures } of benchEvidence) {
    if (bench === null) {
      expect(figures).toEqual([]);
      continue;
    }
    const [, section = ''] = readme.split(new RegExp(`^## .*\`${bench}\``, 'm'));
    const [own = ''] = section.split(/^## /m);
    expect([bench, own]).not.toEqual([bench, '']);
    for (const { found, wrong, burden, measuredOn } of figures)
      for (const value of [found, wrong, burden, measuredOn])
        if (value !== null) expect([bench, value, own.includes(value)]).toEqual([bench, value, true]);
  }
});

it('shows the figures of danger signs in the row of their own set and language', () => {
  const figures = benchEvidence.find(({ bench }) => bench === 'danger-signs')?.figures ?? [];
  const [, section = ''] = readme.split(/^## `danger-signs`/m);
  const recorded = section.matchAll(/^\| (\w+, (?:English|Chinese)), test +\| +(\d+\/\d+) \(.*?\) \| +(\d+\/\d+) \(/gm);
  expect(figures.map(({ set, found, wrong }) => [set.en, found, wrong])).toEqual(
    [...recorded].map(([, set, found, wrong]) => [set, found, wrong]),
  );
});

it('claims no reviewer', () => {
  expect(benchEvidence.filter(({ reviewedBy }) => reviewedBy !== null)).toEqual([]);
});
