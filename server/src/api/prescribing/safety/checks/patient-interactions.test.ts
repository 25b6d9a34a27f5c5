import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../../platform/signing/canonical-json.ts';
import { releaseContent } from '../../curation/release-json.ts';
import { shippedTables } from '../knowledge/knowledge-tables.ts';
import { knowledgeOfRelease } from '../knowledge/released-knowledge.ts';
import type { SafetyInput } from '../safety-input.ts';
import { checkSafety } from '../testing/check-safety.ts';
import { draftItem, safetyCase, taking } from '../testing/safety-case.ts';
import { interactionCheck } from './interaction-check.ts';

function found(productId: string, other: string, facts: Partial<SafetyInput['patient']> = {}, codes: string[] = []) {
  const input = safetyCase({ items: [draftItem(productId)], activeMedicines: [taking(other)], conditionCodes: codes });
  const { issues } = checkSafety({ ...input, patient: { ...input.patient, ...facts } }, undefined, [interactionCheck]);
  return issues.map(({ id, severity }) => `${id.split(':')[1]} ${severity}`);
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

  it('needs every fact: sex and age for alcohol with acitretin, age for a quinolone with a corticosteroid', () => {
    expect(found('levofloxacin-500mg-tablet', 'prednisone', { ageMonths: 59 * 12 })).toEqual([
      'corticosteroid-quinolone moderate',
    ]);
    expect(found('levofloxacin-500mg-tablet', 'prednisone', { ageMonths: 60 * 12 })).toEqual([
      'quinolone-steroid-older serious',
    ]);
  });

  it('is no rule of a release that was signed before these rules existed', () => {
    const { 'patient-interactions': rules, ...before } = shippedTables();
    expect(rules.length).toBeGreaterThan(0);
    const now = JSON.parse(releaseContent(shippedTables(), 'v', [])) as { tables: Record<string, unknown> };
    const content = canonicalJson({
      ...now,
      tables: Object.fromEntries(Object.keys(before).map((name) => [name, now.tables[name]])),
    } as never);
    const released = knowledgeOfRelease({ content, number: 1, sha256: 'f'.repeat(64), imported: null });
    expect(released.patientInteractions).toEqual([]);
    expect(released.interactionRules.length).toBeGreaterThan(300);
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
