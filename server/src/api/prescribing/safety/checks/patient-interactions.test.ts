import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../../platform/signing/canonical-json.ts';
import { releaseContent } from '../../curation/release-json.ts';
import { loadKnowledgeBase } from '../knowledge/knowledge-base.ts';
import { shippedTables } from '../knowledge/knowledge-tables.ts';
import { knowledgeOfRelease } from '../knowledge/released-knowledge.ts';
import type { SafetyInput } from '../safety-input.ts';
import { severities } from '../severity.ts';
import { checkSafety } from '../testing/check-safety.ts';
import { draftItem, safetyCase, taking } from '../testing/safety-case.ts';
import { interactionCheck } from './interaction-check.ts';
import { rulesFor } from './patient-interactions.ts';

function report(productId: string, other: string, facts: Partial<SafetyInput['patient']> = {}, codes: string[] = []) {
  const input = safetyCase({ items: [draftItem(productId)], activeMedicines: [taking(other)], conditionCodes: codes });
  return checkSafety({ ...input, patient: { ...input.patient, ...facts } }, undefined, [interactionCheck]);
}

function found(...args: Parameters<typeof report>) {
  return report(...args).issues.map(({ id, severity }) => `${id.split(':')[1]} ${severity}`);
}

describe('an interaction that is graver in some patients', () => {
  it('forbids colchicine with inhibitors of its excretion when the kidneys or the liver are weak', () => {
    expect(found('colchicine-0.5mg-tablet', 'clarithromycin')).toEqual(['colchicine-3a4 serious']);
    expect(found('colchicine-0.5mg-tablet', 'ciclosporin', { egfr: 59 })).toEqual([
      'colchicine-inhibitor-kidney contraindicated',
    ]);
    expect(found('colchicine-0.5mg-tablet', 'ciclosporin', { egfr: 60 })).toEqual(['colchicine-3a4 serious']);
    expect(found('colchicine-0.5mg-tablet', 'itraconazole', { egfr: null }, ['N18.4'])).toEqual([
      'colchicine-inhibitor-kidney-coded contraindicated',
    ]);
    expect(found('colchicine-0.5mg-tablet', 'ritonavir', {}, ['K74.6'])).toEqual([
      'colchicine-inhibitor-liver contraindicated',
    ]);
  });

  it('grades azithromycin with colchicine as serious only when the kidneys or the liver are weak', () => {
    const azithromycin = ['azithromycin-250mg-tablet', 'colchicine'] as const;
    expect(found(...azithromycin)).toEqual(['colchicine-azithromycin moderate']);
    expect(found(...azithromycin, { egfr: 59 })).toEqual(['colchicine-pgp-kidney serious']);
    expect(found(...azithromycin, { egfr: null }, ['N18.4'])).toEqual(['colchicine-pgp-kidney-coded serious']);
    expect(found(...azithromycin, {}, ['K74.6'])).toEqual(['colchicine-pgp-liver serious']);
    expect(found(...azithromycin, {}, ['K76.0'])).toEqual(['colchicine-azithromycin moderate']);
  });

  it('needs every fact: sex and age for alcohol with acitretin, age for a quinolone with a corticosteroid', () => {
    expect(found('levofloxacin-500mg-tablet', 'prednisone', { ageMonths: 59 * 12 })).toEqual([
      'corticosteroid-quinolone moderate',
    ]);
    expect(found('levofloxacin-500mg-tablet', 'prednisone', { ageMonths: 60 * 12 })).toEqual([
      'quinolone-steroid-older serious',
    ]);
  });

  it('is no rule of a release that was signed before these rules existed', () => {
    const {
      'patient-interactions': rules,
      'indicated-doses': doses,
      'single-dose-grading': single,
      excipients,
      ...before
    } = shippedTables();
    expect(rules.length).toBeGreaterThan(0);
    expect(doses.length).toBeGreaterThan(0);
    expect(single.length).toBeGreaterThan(0);
    expect(excipients.length).toBeGreaterThan(0);
    const now = JSON.parse(releaseContent(shippedTables(), 'v', [])) as { tables: Record<string, unknown> };
    const content = canonicalJson({
      ...now,
      tables: Object.fromEntries(Object.keys(before).map((name) => [name, now.tables[name]])),
    } as never);
    const released = knowledgeOfRelease({ content, number: 1, sha256: 'f'.repeat(64), imported: null });
    expect(released.patientInteractions).toEqual([]);
    expect(released.indicatedDoses).toEqual([]);
    expect(released.singleDoseGrades).toEqual([]);
    expect(released.excipients).toEqual([]);
    expect(released.interactionRules.length).toBeGreaterThan(300);
  });
});

describe('an interaction that is graver with weak kidneys', () => {
  const knowledge = loadKnowledgeBase();
  const byEgfr = knowledge.patientInteractions.filter(({ rule }) => rule.belowEgfr !== null);
  const grade = (a: string, b: string, egfr: number | null, conditionCodes: string[]) => {
    const input = safetyCase({ conditionCodes });
    const rule = rulesFor({ ...input, patient: { ...input.patient, egfr } }, knowledge)(a, b);
    return rule ? severities.indexOf(rule.severity) : -1;
  };
  const unknown = { egfr: null };

  it.each<[string, number]>([
    ['N18.3', 59],
    ['N18.4', 29],
    ['N18.5', 14],
    ['N18.0', 14],
    ['Z99.2', 14],
    ['N17.9', 14],
  ])('is as grave with %s on record and no eGFR as with an eGFR of %i, for every pair of every rule', (code, egfr) => {
    const milder = byEgfr.flatMap(({ rule, sides: [left, right] }) =>
      [...left].flatMap((a) =>
        [...right].filter((b) => grade(a, b, null, [code]) < grade(a, b, egfr, [])).map((b) => `${rule.id}: ${a} ${b}`),
      ),
    );
    expect(byEgfr.length).toBeGreaterThan(0);
    expect(milder).toEqual([]);
  });

  it('is not graver than the coded stage', () => {
    expect(found('dabigatran-110mg-capsule', 'verapamil', unknown, ['N18.3'])).toEqual(['doac-pgp-moderate moderate']);
    expect(found('dabigatran-110mg-capsule', 'verapamil', unknown, ['N18.5'])).toEqual([
      'dabigatran-pgp-kidney-coded contraindicated',
    ]);
    expect(found('methotrexate-2.5mg-tablet', 'ibuprofen', unknown, ['N18.2'])).toEqual([
      expect.stringMatching(/ moderate$/),
    ]);
    expect(found('methotrexate-2.5mg-tablet', 'ibuprofen', unknown, ['N18.4'])).toEqual([
      'methotrexate-nsaid-kidney-coded serious',
    ]);
  });

  it('is reported as not checked when there is no recent eGFR and the code names no stage, or a medicine depends on it', () => {
    const reasons = (...args: Parameters<typeof report>) => report(...args).notChecked.map(({ reason }) => reason.en);
    const reason = 'No recent eGFR is recorded. The risk of Verapamil with Dabigatran etexilate depends on it.';
    const verapamil = (facts: Partial<SafetyInput['patient']>, codes: string[]) =>
      reasons('verapamil-40mg-tablet', 'dabigatran', facts, codes);
    for (const code of ['N18.9', 'N19', 'I12.0']) expect(verapamil(unknown, [code]), code).toEqual([reason]);
    expect(verapamil({ ...unknown, outdated: { egfr: { en: 'It is old.', zh: '已过时。' } } }, ['N18.9'])).toEqual([
      `${reason} It is old.`,
    ]);
    expect(verapamil({ egfr: 80 }, ['N18.9'])).toEqual([]);
    expect(verapamil(unknown, [])).toEqual([reason]);
    expect(reasons('ibuprofen-200mg-tablet', 'tenofovir', { ...unknown, ageMonths: 61 * 12 })).toHaveLength(1);
    expect(verapamil(unknown, ['N18.9', 'N18.5'])).toEqual([]);
    expect(reasons('methotrexate-2.5mg-tablet', 'ibuprofen', unknown, ['N19'])).toEqual([]);
    expect(reasons('verapamil-40mg-tablet', 'rivaroxaban', unknown, ['N18.9'])).toEqual([]);
    expect(reasons('diclofenac-10mg-per-g-gel', 'methotrexate', unknown, ['N18.9'])).toEqual([]);
  });
});

describe('an ACE inhibitor with spironolactone and no recent eGFR', () => {
  const pair = (codes: string[], age = 59) => {
    const facts = { egfr: null, ageMonths: age * 12 };
    const { issues, notChecked } = report('spironolactone-20mg-tablet', 'lisinopril', facts, codes);
    return [...issues.map(({ severity }) => severity), ...notChecked.map(({ check }) => `not checked: ${check}`)];
  };

  it.each(['E10.9', 'E11.2', 'E11.9', 'E12.1', 'E13.2', 'E14.9', 'N08.3', 'N18.3', 'N17.9'])(
    'is serious with %s',
    (code) => {
      expect(pair([code])).toEqual(['serious']);
    },
  );

  it.each([[[]], [['N18.9']], [['I12.0']], [['I10']], [['Z94.0']]])(
    'is moderate and not fully checked with %j',
    (codes) => {
      expect(pair(codes)).toEqual(['moderate', 'not checked: interaction']);
    },
  );

  it('is serious from 75 years', () => {
    expect(pair([], 75)).toEqual(['serious']);
  });
});

describe('a rule whose words name diabetes', () => {
  it('applies to every code of it', () => {
    const { patientInteractions } = loadKnowledgeBase();
    const named = patientInteractions.filter(({ rule }) => rule.mechanism.en.includes('diabetes'));
    const codes = named.flatMap(({ rule }) => rule.conditions);
    expect(codes).toEqual(expect.arrayContaining(['E10', 'E11', 'E12', 'E13', 'E14']));
  });
});

describe('oral retinoids', () => {
  it('are forbidden beside methotrexate, tetracyclines and each other, and a cream is not', () => {
    expect(found('methotrexate-2.5mg-tablet', 'acitretin')).toEqual(['methotrexate-retinoid contraindicated']);
    expect(found('doxycycline-100mg-tablet', 'acitretin')).toEqual(['tetracycline-retinoid contraindicated']);
    expect(found('tretinoin-10mg-soft-capsule', 'vitamin A')).toEqual(['retinoid-vitamin-a contraindicated']);
    expect(found('tretinoin-0.25mg-per-g-cream', 'doxycycline')).toEqual([]);
    expect(found('tretinoin-0.25mg-per-g-cream', 'isotretinoin')).toEqual([]);
  });
});
