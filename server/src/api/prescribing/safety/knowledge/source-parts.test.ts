import { describe, expect, it } from 'vitest';
import { loadCuratedFormulary, source } from '../../../catalogues/index.ts';
import { sourceCounts } from './source-document.ts';
import { confidenceIn, missingParts } from './source-parts.ts';

describe('a source', () => {
  it.each(['label', 'The label', 'Product information', '药品说明书', 'SmPC.'])('%j alone is refused', (text) => {
    expect(source.safeParse(text).success).toBe(false);
  });

  it('that names the work and that its edition is not noted is accepted with low confidence', () => {
    const text = 'Product information: digoxin';
    expect(source.safeParse(text).success).toBe(true);
    expect(missingParts(text)).toEqual(['holder', 'country', 'date', 'section']);
    expect(confidenceIn('sure', text)).toBe('low');
  });

  it('is complete with holder, country, date and section, or as an article with its page', () => {
    const label = 'Plavix prescribing information, Bristol-Myers Squibb and Sanofi, US, 2021, section 7';
    const article = 'Boyer EW, Shannon M, The serotonin syndrome, N Engl J Med 2005;352:1112';
    expect([missingParts(label), missingParts(article)]).toEqual([[], []]);
    expect([confidenceIn('sure', label), confidenceIn('check', label)]).toEqual(['high', 'low']);
  });

  it('of a row is never weaker than now: lower these counts when rows are repaired', () => {
    const counts = sourceCounts(loadCuratedFormulary()).filter(({ incomplete }) => incomplete > 0);
    expect(counts.map(({ table, holder, country, date, section }) => [table, holder, country, date, section])).toEqual([
      ['age-rules', 6, 6, 6, 14],
      ['allergen-classes', 60, 60, 60, 60],
      ['condition-rules', 36, 36, 35, 56],
      ['dose-limits', 467, 467, 467, 467],
      ['interaction-rules', 98, 98, 97, 118],
      ['quiet-ingredients', 22, 22, 22, 22],
      ['ingredients', 713, 713, 713, 713],
      ['products', 725, 725, 725, 727],
    ]);
  });
});
