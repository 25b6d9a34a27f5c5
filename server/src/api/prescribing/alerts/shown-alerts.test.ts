import { describe, expect, it } from 'vitest';
import { loadCuratedFormulary } from '../../catalogues/index.ts';
import { textOfRule } from './shown-alerts.ts';

describe('the text of a rule', () => {
  it.each([
    ['interaction:imported:loratadine:paracetamol', 'Loratadine with Paracetamol'],
    ['dose:day:paracetamol', 'Paracetamol'],
  ])('of %s names its ingredients', (rule, en) => {
    const text = textOfRule(rule, loadCuratedFormulary());
    expect(text?.en.toLowerCase()).toBe(en.toLowerCase());
    expect(text?.zh).toMatch(/\p{Script=Han}/u);
  });

  it('is the mechanism of a named rule, and null for an ingredient that the formulary lacks', () => {
    const formulary = loadCuratedFormulary();
    expect(textOfRule('interaction:ace-arb', formulary)?.en).toBeTruthy();
    expect(textOfRule('interaction:imported:loratadine:nothing', formulary)).toBeNull();
  });
});
