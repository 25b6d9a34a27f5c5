import { expect, it } from 'vitest';
import { loadCuratedFormulary } from '../../../catalogues/index.ts';
import { sourceCounts } from './source-document.ts';

it('finds a complete source in every row of every table', () => {
  const counts = sourceCounts(loadCuratedFormulary());
  expect(counts.map(({ table }) => table)).toEqual(
    expect.arrayContaining(['dose-limits', 'ingredients', 'products', 'interaction-rules', 'allergen-classes']),
  );
  expect(counts.filter(({ incomplete }) => incomplete > 0)).toEqual([]);
});

it('counts a row as low confidence that says it is unverified', () => {
  const counts = new Map(sourceCounts(loadCuratedFormulary()).map((one) => [one.table, one]));
  const { ingredients } = loadCuratedFormulary();
  const unverified = ingredients.filter(({ note }) => note.includes('unverified')).length;
  expect(unverified).toBeGreaterThan(0);
  expect(counts.get('ingredients')?.lowConfidence).toBeGreaterThanOrEqual(unverified);
});
