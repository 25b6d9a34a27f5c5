import { describe, expect, it } from 'vitest';
import { loadCuratedFormulary } from './curated-formulary.ts';
import { createFormularySearch } from './formulary-search.ts';

const search = createFormularySearch(loadCuratedFormulary());
const first = (query: string) => search.search(query, 1)[0]?.ingredients[0]?.ingredient.id;

describe('formulary search', () => {
  it.each([
    ['amox', 'amoxicillin'],
    ['amoxicilin', 'amoxicillin'],
    ['阿莫西林', 'amoxicillin'],
    ['amxl', 'amoxicillin'],
    ['acetaminophen', 'paracetamol'],
    ['扑热息痛', 'paracetamol'],
    ['blf', 'ibuprofen'],
    ['C08CA01', 'amlodipine'],
    ['a10ba', 'metformin'],
    ['omeprazol', 'omeprazole'],
  ])('finds %s as %s', (query, ingredient) => {
    expect(first(query)).toBe(ingredient);
  });

  it('ranks a single ingredient before its combinations', () => {
    expect(search.search('amoxicillin', 20).map((product) => product.ingredients.length)).toEqual(
      search
        .search('amoxicillin', 20)
        .map((product) => product.ingredients.length)
        .sort((a, b) => a - b),
    );
    expect(search.search('clavulanic', 1)[0]?.ingredients).toHaveLength(2);
  });

  it('narrows by form', () => {
    expect(search.search('ibuprofen susp').map((product) => product.form)).toEqual(['suspension']);
  });

  it.each([
    ['amox 500', 'amoxicillin-500mg-capsule'],
    ['amoxicillin 250 mg', 'amoxicillin-250mg-capsule'],
    ['amox 250mg', 'amoxicillin-250mg-capsule'],
    ['prednisol 5', 'prednisolone-5mg-tablet'],
    ['parac 500', 'paracetamol-500mg-tablet'],
    ['warfarin 2.5', 'warfarin-2.5mg-tablet'],
  ])('accepts a strength after the name: %s', (query, product) => {
    expect(search.search(query, 1)[0]?.id).toBe(product);
  });

  it('finds nothing for nonsense', () => {
    expect(search.search('zzqx')).toEqual([]);
  });
});
