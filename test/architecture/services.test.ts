import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './cruise.ts';

/** Returns the parameters of constructors that receive parts of an area by their order, instead of `deps`. */
const positional = (text: string) =>
  [...text.matchAll(/\bconstructor\((?!deps\b)([\s\S]*?)\) \{/g)]
    .map(([, parameters = '']) => parameters.trim())
    .filter((parameters) => /: (?:Pick<)?\w*(?:Repository|Service|Area|Transactions)\b/.test(parameters));

it('classes that receive repositories, services, areas or transactions take one object of them', () => {
  const samples = [
    'constructor(rows: RowsRepository) {',
    "constructor(\n    visits: Pick<VisitsArea, 'getVisit'>,\n    now: () => Date,\n  ) {",
    'constructor(deps: { rows: RowsRepository }) {',
    'constructor(settings: Settings) {',
  ];
  expect(samples.map((sample) => positional(sample).length)).toEqual([1, 1, 0, 0]);
  const files = globSync('server/src/api/**/*.ts', { cwd: root }).filter((file) => !file.endsWith('.test.ts'));
  expect(files.length).toBeGreaterThan(100);
  const found = files.flatMap((file) =>
    positional(readFileSync(join(root, file), 'utf8')).map((parameters) => `${file}: ${parameters}`),
  );
  expect(found).toEqual([]);
});
