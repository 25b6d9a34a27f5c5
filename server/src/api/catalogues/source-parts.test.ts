import { describe, expect, it } from 'vitest';
import { source } from './columns.ts';
import { curatedDoseLimitRecords, loadCuratedFormulary, withSources } from './formulary/curated-formulary.ts';
import { confidenceIn, missingParts, shownSource, sourceProblem } from './source-parts.ts';

const LABEL = 'Plavix prescribing information, Bristol-Myers Squibb and Sanofi, US, 2021, section 7';
const INDEX =
  'ATC/DDD Index, WHO Collaborating Centre for Drug Statistics Methodology, International, 2026, code C10AD06';

describe('a source', () => {
  it.each(['label', 'The label', 'Product information', '药品说明书', 'SmPC.'])('%j alone is refused', (text) => {
    expect(source.safeParse(text).success).toBe(false);
  });

  it('that names the work and that its edition is not noted is accepted from a hospital, with low confidence', () => {
    const text = 'Product information: digoxin';
    expect(source.safeParse(text).success).toBe(true);
    expect(missingParts(text)).toEqual(['holder', 'country', 'date', 'section']);
    expect(confidenceIn('sure', text)).toBe('low');
  });

  it('is complete with holder, country, date and section, or as an article with its page', () => {
    const article = 'Boyer EW, Shannon M, The serotonin syndrome, N Engl J Med 2005;352:1112';
    expect([LABEL, INDEX, article, 'Fralick M et al., BMJ 2014;349:g6196'].map(missingParts)).toEqual([[], [], [], []]);
    expect([confidenceIn('sure', LABEL), confidenceIn('check', LABEL)]).toEqual(['high', 'low']);
  });
});

describe('a source in an alert', () => {
  it('says once that the row is unverified', () => {
    expect(shownSource({ source: LABEL, confidence: 'sure' })).toBe(LABEL);
    expect(shownSource({ source: LABEL, confidence: 'check' })).toBe(`${LABEL}; unverified`);
    expect(shownSource({ source: `Largest dose unverified; ${INDEX}`, confidence: 'check' })).not.toMatch(
      /unverified$/,
    );
  });
});

describe('a row that ships', () => {
  it.each([
    ['without a section', { source: 'Plavix prescribing information, Sanofi, US, 2021', confidence: 'check' }],
    ['with the kind of work alone', { source: 'Product information; edition not noted', confidence: 'check' }],
    ['that is unverified and counts as sure', { source: LABEL, confidence: 'sure', note: 'unverified: the dose' }],
    ['whose source is unverified and that counts as sure', { source: `Unverified; ${INDEX}`, confidence: 'sure' }],
  ])('is refused %s', (_, row) => {
    expect(sourceProblem(row)).toBeDefined();
    expect(() => withSources('x.csv', [{ line: 7, row }])).toThrow('x.csv:7');
  });

  it('is accepted with a complete source, or with a work of the list of works', () => {
    expect(sourceProblem({ source: INDEX, confidence: 'check', note: 'unverified: the pack' })).toBeUndefined();
    expect(sourceProblem({ source: LABEL, confidence: 'sure', note: '' })).toBeUndefined();
    expect(sourceProblem({})).toBeUndefined();
  });

  it('is every row of the formulary', () => {
    const { ingredients, products } = loadCuratedFormulary();
    const limits = curatedDoseLimitRecords().map(({ row }) => row);
    const rows = [...ingredients, ...products, ...limits];
    expect(rows.length).toBeGreaterThan(2000);
    expect(rows.flatMap((row) => sourceProblem(row) ?? [])).toEqual([]);
  });
});
