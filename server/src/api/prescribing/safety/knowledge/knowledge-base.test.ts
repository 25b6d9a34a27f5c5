import { describe, expect, it } from 'vitest';
import { loadCuratedFormulary } from '../../../catalogues/index.ts';
import { loadKnowledgeBase } from './knowledge-base.ts';
import { shippedTables } from './knowledge-tables.ts';

const formulary = loadCuratedFormulary();
const knowledge = loadKnowledgeBase();

describe('knowledge base', () => {
  it('is loaded once and frozen', () => {
    expect(loadKnowledgeBase()).toBe(knowledge);
    expect(Object.isFrozen(knowledge)).toBe(true);
  });

  it('contains every allergen class that an ingredient names', () => {
    const known = new Set(knowledge.allergenClasses.map((one) => one.id));
    const missing = formulary.ingredients.flatMap((ingredient) =>
      ingredient.allergenClasses.filter((id) => !known.has(id)).map((id) => `${ingredient.id}: ${id}`),
    );
    expect(missing).toEqual([]);
  });

  it('contains every allergen class that a rule on excipients names', () => {
    const known = new Set(knowledge.allergenClasses.map((one) => one.id));
    const named = knowledge.excipients.flatMap(({ rule }) => rule.allergens);
    expect(named.filter((id) => !known.has(id))).toEqual([]);
    expect(named).not.toEqual([]);
  });

  it('uses no id twice in a table: a second work of one id would hide the first', () => {
    const twice = Object.entries(shippedTables()).flatMap(([table, rows]) => {
      const ids = rows.flatMap(({ row: { id } }) => id ?? []);
      return ids.filter((id, at) => ids.indexOf(id) < at).map((id) => `${table}: ${id}`);
    });
    expect(twice).toEqual([]);
  });

  it('uses no class id that is also an ingredient id, so that codes are unambiguous', () => {
    const both = knowledge.allergenClasses.filter((one) => formulary.ingredient(one.id));
    expect(both.map((one) => one.id)).toEqual([]);
  });
});
