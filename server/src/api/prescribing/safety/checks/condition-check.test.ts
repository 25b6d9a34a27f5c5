import { describe, expect, it } from 'vitest';
import { loadCuratedFormulary } from '../../../catalogues/index.ts';
import { checkSafety } from '../testing/check-safety.ts';
import { loadKnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { SafetyInput } from '../safety-input.ts';
import { draftItem, safetyCase } from '../testing/safety-case.ts';
import { isLocalRoute } from '../sides.ts';
import { conditionCheck } from './condition-check.ts';

const knowledge = loadKnowledgeBase();
const formulary = loadCuratedFormulary();
const check = (productId: string, over: Partial<SafetyInput>) =>
  checkSafety(safetyCase({ items: [draftItem(productId)], ...over }), knowledge, [conditionCheck]);
const withCodes = (productId: string, ...conditionCodes: string[]) => check(productId, { conditionCodes });

describe('condition check', () => {
  it('names the condition, or its code when no name is on record', () => {
    const conditionTitles = { 'J45.9': { en: 'Asthma', zh: '哮喘' } };
    const { issues } = check('propranolol-10mg-tablet', { conditionCodes: ['J45.9'], conditionTitles });
    expect(issues[0]?.title).toEqual({ en: 'Propranolol with Asthma (J45.9)', zh: '普萘洛尔与哮喘（J45.9）' });
    expect(withCodes('propranolol-10mg-tablet', 'J45.9').issues[0]?.title.en).toBe('Propranolol with condition J45.9');
  });

  it.each([
    ['propranolol-10mg-tablet', 'J45.9', 'contraindicated'],
    ['timolol-5mg-per-ml-eye-drops', 'J45.0', 'contraindicated'],
    ['ibuprofen-200mg-tablet', 'K26.9', 'serious'],
    ['metoclopramide-10mg-tablet', 'G20', 'serious'],
    ['hydrochlorothiazide-25mg-tablet', 'M10.9', 'moderate'],
    ['sumatriptan-25mg-tablet', 'I25.1', 'contraindicated'],
    ['hydrocortisone-10mg-per-g-cream', 'B35.4', 'moderate'],
  ])('finds %s with %s to be %s', (product, code, severity) => {
    expect(withCodes(product, 'Z00.0', code).issues).toMatchObject([{ check: 'condition', severity, evidence: code }]);
  });

  it.each([
    ['propranolol-10mg-tablet', 'I10'],
    ['ibuprofen-200mg-tablet', 'K21.9'],
    ['diclofenac-10mg-per-g-gel', 'K26.9'],
    ['paracetamol-500mg-tablet', 'J45.9'],
  ])('finds nothing for %s with %s', (product, code) => {
    expect(withCodes(product, code)).toMatchObject({ issues: [], notChecked: [] });
  });

  it('matches a code and its subcodes, not codes with the same beginning', () => {
    expect(withCodes('metoclopramide-10mg-tablet', 'G20.0').issues).toHaveLength(1);
    expect(withCodes('metoclopramide-10mg-tablet', 'G200').issues).toEqual([]);
  });

  it('reports what it could not compare', () => {
    expect(check('ibuprofen-200mg-tablet', { conditionCodes: null }).notChecked).toHaveLength(1);
    expect(
      check('ibuprofen-200mg-tablet', { uncodedConditions: [{ en: 'stomach trouble', zh: '胃不好' }] }).notChecked,
    ).toMatchObject([{ check: 'condition', reason: { zh: expect.stringContaining('胃不好') } }]);
  });
});

describe('condition rules', () => {
  it('name only ingredients of the formulary', () => {
    const unknown = knowledge.conditionRules.flatMap(({ ingredients }) =>
      [...ingredients].filter((id) => !formulary.ingredient(id)),
    );
    expect(unknown).toEqual([]);
  });

  it.each(knowledge.conditionRules)(
    '$rule.id applies with its condition and not without it',
    ({ rule, ingredients }) => {
      const product = formulary.products.find(
        ({ ingredients: parts, routes }) =>
          parts.some(({ ingredient }) => ingredients.has(ingredient.id)) &&
          (rule.local || !isLocalRoute(routes[0] ?? 'topical')),
      );
      const [code = ''] = rule.conditions;
      const besides = rule.conditions.flatMap((one) => (one.startsWith('+') ? one.slice(1) : []));
      const found = (conditionCodes: string[]) =>
        withCodes(product?.id ?? '', ...conditionCodes).issues.some((issue) =>
          issue.id.startsWith(`condition:${rule.id}:`),
        );
      expect(found([code, ...besides])).toBe(true);
      expect(found(['Z00.0'])).toBe(false);
    },
  );
});

describe('heart block', () => {
  const graded = (product: string, ...codes: string[]) =>
    withCodes(product, ...codes).issues.map(({ severity }) => severity);

  it.each(['metoprolol-25mg-tablet', 'verapamil-40mg-tablet', 'diltiazem-30mg-tablet', 'ivabradine-5mg-tablet'])(
    'forbids %s unless a pacemaker is on record',
    (product) => {
      expect(graded(product, 'I44.2')).toEqual(['contraindicated']);
      const paced = product.startsWith('ivabradine') ? 'serious' : 'moderate';
      for (const pacemaker of ['Z95.0', 'Z45.0']) expect(graded(product, 'I44.2', pacemaker)).toEqual([paced]);
      expect(graded(product, 'Z95.0')).toEqual([]);
    },
  );

  it('is a serious alert for digoxin, of which labels differ', () => {
    expect(graded('digoxin-0.25mg-tablet', 'I44.2')).toEqual(['serious']);
    expect(graded('digoxin-0.25mg-tablet', 'I44.2', 'Z95.0')).toEqual(['moderate']);
  });

  it('of the first degree forbids nothing', () => {
    expect(graded('verapamil-40mg-tablet', 'I44.0')).toEqual([]);
  });

  it.each([
    ['mexiletine-50mg-tablet', 'I44.2', 'contraindicated', 'moderate'],
    ['metoprolol-25mg-tablet', 'I49.5', 'contraindicated', 'moderate'],
    ['bisoprolol-5mg-tablet', 'I49.5', 'contraindicated', 'moderate'],
    ['timolol-5mg-per-ml-eye-drops', 'I49.5', 'contraindicated', 'moderate'],
    ['amiodarone-200mg-tablet', 'I49.5', 'contraindicated', 'moderate'],
    ['propafenone-50mg-tablet', 'I49.5', 'contraindicated', 'moderate'],
    ['propafenone-50mg-tablet', 'I44.7', 'contraindicated', 'none'],
    ['propafenone-50mg-tablet', 'I44.0', 'serious', 'none'],
    ['mexiletine-50mg-tablet', 'I49.5', 'serious', 'moderate'],
    ['digoxin-0.25mg-tablet', 'I49.5', 'serious', 'moderate'],
    ['lithium-250mg-tablet', 'I49.5', 'serious', 'moderate'],
    ['verapamil-40mg-tablet', 'I44.3', 'serious', 'moderate'],
    ['metoprolol-25mg-tablet', 'I44', 'serious', 'moderate'],
    ['amiodarone-200mg-tablet', 'R00.1', 'serious', 'moderate'],
    ['donepezil-5mg-tablet', 'I44.2', 'moderate', 'minor'],
    ['pyridostigmine-60mg-tablet', 'I49.5', 'moderate', 'minor'],
    ['ticagrelor-90mg-tablet', 'I49.5', 'moderate', 'none'],
    ['ivabradine-5mg-tablet', 'R00.1', 'serious', 'serious'],
  ])('and other slow conduction are graded by the label of %s with %s', (product, code, alone, paced) => {
    const gravest = (...codes: string[]) => graded(product, ...codes)[0] ?? 'none';
    expect([gravest(code), gravest(code, 'Z95.0')]).toEqual([alone, paced]);
  });
});
