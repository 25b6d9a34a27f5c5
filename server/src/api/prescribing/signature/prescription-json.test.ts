import { describe, expect, it } from 'vitest';
import { canonicalJson, type JsonValue } from '../../../platform/signing/canonical-json.ts';
import { prescriptionJson } from './prescription-json.ts';
import type { PrescriptionRecord } from './prescription-json.ts';
import { checklistMatches } from '@yunzhen/shared/review/review-checklist';
import { isChecklistKept, prescriptionDigest, reviewJson, type ReviewRecord } from './review-json.ts';

const record: PrescriptionRecord = {
  id: 'p',
  number: 'RX-1',
  version: 3,
  visitId: 'v',
  priorPrescriptionId: null,
  hospital: { id: 'h', name: { en: 'Wuzhen', zh: '乌镇' } },
  department: { id: 'd', name: { en: 'Medicine', zh: '内科' } },
  prescriber: { id: 'doc', name: '沈清', licence: '1103304' },
  patient: { id: 'pat', name: '李伟', sex: 'male', birthDate: '1981-02-03', identityMasked: '33**34' },
  diagnoses: [{ code: 'J02.9', title: { en: 'Acute pharyngitis', zh: '急性咽炎' }, primary: true }],
  items: [
    {
      id: 'i',
      productId: 'azithromycin-250',
      name: { en: 'Azithromycin', zh: '阿奇霉素' },
      strength: '0.25 g',
      form: { en: 'tablets', zh: '片剂' },
      dose: { value: '0.5', unit: 'g' },
      route: 'oral',
      timing: { frequency: 1, period: 1, periodUnit: 'd', when: 'before-meal' },
      durationDays: 3,
      asNeeded: null,
      quantity: { value: '6', unit: 'tablet' },
      instruction: { en: 'Take …', zh: '每次……' },
      note: '',
      substitutionAllowed: true,
    },
  ],
  checks: {
    dataVersion: '2026.11',
    checkedAt: new Date('2026-11-24T06:32:00Z'),
    release: null,
    ran: ['allergy', 'dose'],
    notChecked: [
      { check: 'renal', itemIds: ['i'], reason: { en: 'No value.', zh: '无数值。' } },
      { check: 'dose', itemIds: ['i'], reason: { en: 'No weight.', zh: '无体重。' } },
      { check: 'renal', itemIds: ['i'], reason: { en: 'No answer.', zh: '无结果。' } },
    ],
    alerts: [{ issueId: 'x', severity: 'serious' }],
    overrides: [{ issueId: 'x', reason: 'benefit-outweighs-risk' }],
  },
  circumstances: { guardian: { name: '李娜', relation: 'mother' }, emergency: true, validDays: 2 },
  basis: {
    verdict: 'follow-up',
    rule: 'cn.follow-up-only',
    maxAgeDays: 183,
    statedAt: new Date('2026-11-24T06:30:00Z'),
    conditions: [
      {
        code: 'J02.9',
        title: { en: 'Acute pharyngitis', zh: '急性咽炎' },
        evidence: {
          id: 'e',
          source: 'outside',
          earlierVisitId: null,
          institution: '市人民医院',
          diagnosedOn: '2026-10-01',
          diagnoses: [],
          pages: [{ id: 'pic', sha256: 'ab' }],
        },
      },
    ],
  },
  signedAt: new Date('2026-11-24T06:32:05.120Z'),
  validUntil: new Date('2026-11-26T16:00:00Z'),
};

describe('prescriptionJson', () => {
  it('contains every fact of the record, with times in UTC', () => {
    expect(prescriptionJson(record)).toEqual({
      ...record,
      schema: 'yunzhen/prescription/5',
      basis: {
        verdict: 'follow-up',
        rule: { id: 'cn.follow-up-only', maxAgeDays: 183 },
        statedAt: '2026-11-24T06:30:00.000Z',
        conditions: record.basis?.conditions,
      },
      checks: {
        checkedAt: '2026-11-24T06:32:00.000Z',
        ran: [
          { check: 'allergy', dataVersion: '2026.11' },
          { check: 'dose', dataVersion: '2026.11' },
        ],
        notChecked: record.checks.notChecked,
        alerts: record.checks.alerts,
        overrides: record.checks.overrides,
      },
      signedAt: '2026-11-24T06:32:05.120Z',
      validUntil: '2026-11-26T16:00:00.000Z',
    });
  });

  it('writes the checks in the layout of an older schema', () => {
    for (const schema of ['yunzhen/prescription/1', 'yunzhen/prescription/2', 'yunzhen/prescription/3'] as const)
      expect(prescriptionJson(record, schema)).toMatchObject({
        schema,
        checks: {
          dataVersion: '2026.11',
          checkedAt: '2026-11-24T06:32:00.000Z',
          notChecked: ['renal', 'dose'],
          overrides: record.checks.overrides,
        },
      });
  });

  it('leaves out the basis where no rule requires one, and in every older layout', () => {
    const without = prescriptionJson({ ...record, basis: null });
    expect(without).toMatchObject({ schema: 'yunzhen/prescription/4' });
    expect(without).not.toHaveProperty('basis');
    expect(canonicalJson(prescriptionJson(record, 'yunzhen/prescription/4'))).toBe(canonicalJson(without));
  });

  it('names the release of the rules where one is active, in layout 6 with the digest, and in no earlier one', () => {
    const release = { id: 'r', number: 3, sha256: 'a'.repeat(64) };
    const named = { ...record, checks: { ...record.checks, release } };
    expect(prescriptionJson(named)).toMatchObject({
      schema: 'yunzhen/prescription/6',
      checks: { release: { id: 'r', number: 3, digest: `sha256:${'a'.repeat(64)}` } },
      basis: { verdict: 'follow-up' },
    });
    expect(prescriptionJson({ ...named, basis: null })).toMatchObject({
      schema: 'yunzhen/prescription/6',
      basis: null,
    });
    expect(JSON.stringify(prescriptionJson(named, 'yunzhen/prescription/5'))).not.toContain('release');
  });

  it('adds optional members only for records that have them', () => {
    const [item] = record.items;
    if (!item) throw new Error('record has no item');
    const weekly = { frequency: 1, period: 1, periodUnit: 'wk', when: null, weekdays: [1] };
    const stepped: PrescriptionRecord[] = [
      { ...record, items: [{ ...item, steps: [{ dose: item.dose, timing: item.timing, days: 1 }] }] },
      { ...record, items: [{ ...item, timing: weekly }] },
      { ...record, items: [{ ...item, asNeeded: { reason: 'pain', maxPerDay: 3, minHoursBetween: 6 } }] },
      { ...record, checks: { ...record.checks, overrides: [{ issueId: 'x', reason: 'other', text: 'asked' }] } },
    ];
    for (const each of stepped) {
      const { items, checks } = each;
      expect(prescriptionJson(each)).toMatchObject({
        items,
        checks: { overrides: checks.overrides },
      });
    }
  });

  it('ignores members that the layout does not name', () => {
    const wider = {
      ...record,
      internalNote: 'x',
      patient: { ...record.patient, phone: '1' },
      items: record.items.map((item) => ({ ...item, price: '3' })),
    };
    expect(canonicalJson(prescriptionJson(wider))).toBe(canonicalJson(prescriptionJson(record)));
  });

  it('changes with every fact that a person could dispute', () => {
    const [item] = record.items;
    if (!item) throw new Error('record has no item');
    const disputes: PrescriptionRecord[] = [
      { ...record, items: [{ ...item, dose: { value: '5', unit: 'g' } }] },
      { ...record, items: [{ ...item, dose: { value: '0.5', unit: 'mg' } }] },
      { ...record, items: [{ ...item, timing: { ...item.timing, frequency: 2 } }] },
      { ...record, items: [] },
      { ...record, checks: { ...record.checks, notChecked: [] } },
      { ...record, prescriber: { ...record.prescriber, licence: '2' } },
      { ...record, signedAt: new Date('2026-11-24T06:32:05.121Z') },
      { ...record, circumstances: { ...record.circumstances, guardian: null } },
      { ...record, circumstances: { ...record.circumstances, emergency: false } },
      { ...record, circumstances: { ...record.circumstances, validDays: 3 } },
    ];
    const [condition] = record.basis?.conditions ?? [];
    if (!record.basis || !condition) throw new Error('record has no basis');
    const { evidence } = condition;
    for (const other of [
      { ...evidence, diagnosedOn: '2026-10-02' },
      { ...evidence, institution: 'x' },
      { ...evidence, pages: [] },
    ])
      disputes.push({ ...record, basis: { ...record.basis, conditions: [{ ...condition, evidence: other }] } });
    disputes.push({ ...record, basis: { ...record.basis, conditions: [{ ...condition, code: 'I10' }] } });
    const texts = [record, ...disputes].map((dispute) => canonicalJson(prescriptionJson(dispute)));
    expect(new Set(texts).size).toBe(texts.length);
  });

  it.each(['0,5', '5e-1', '.5', '01', '-1', '1.1234567', ''])('rejects the amount "%s"', (value) => {
    const items = record.items.map((item) => ({ ...item, dose: { value, unit: 'g' } }));
    expect(() => prescriptionJson({ ...record, items })).toThrow(RangeError);
  });

  it('rejects fractional counts and invalid times', () => {
    expect(() => prescriptionJson({ ...record, version: 1.5 })).toThrow(RangeError);
    expect(() => prescriptionJson({ ...record, signedAt: new Date(Number.NaN) })).toThrow(RangeError);
  });
});

describe('reviewJson', () => {
  const review = {
    reviewId: 'r',
    prescriptionId: 'p',
    prescriptionJws: 'a.b.c',
    decision: 'approved',
    reason: null,
    pharmacist: { id: 'ph', name: '周敏', licence: '2203304' },
    checks: {
      dataVersion: '2026.11',
      checks: ['allergy'],
      notChecked: [{ check: 'renal', itemIds: ['i'], reason: { en: 'No value.', zh: '无数值。' } }],
    },
    checklist: checklistMatches,
    decidedAt: new Date('2026-11-24T06:40:00Z'),
  } satisfies ReviewRecord;

  it('is bound to the exact signature that the pharmacist saw', () => {
    expect(reviewJson(review)).toMatchObject({ prescriptionDigest: prescriptionDigest('a.b.c'), decision: 'approved' });
    expect(prescriptionDigest('a.b.c')).toMatch(/^[\w-]{43}$/);
    expect(prescriptionDigest('a.b.d')).not.toBe(prescriptionDigest('a.b.c'));
  });

  it('contains the four checks with their ten matches', () => {
    const signed = reviewJson(review) as Record<string, JsonValue>;
    expect(signed).toMatchObject({
      schema: 'yunzhen/prescription-review/3',
      checks: {
        ran: [{ check: 'allergy', dataVersion: '2026.11' }],
        notChecked: [{ check: 'renal', itemIds: ['i'], reason: { en: 'No value.', zh: '无数值。' } }],
      },
      checklist: [
        { check: 'prescription', matches: ['department', 'name', 'age'] },
        { check: 'medicine', matches: ['medicine-name', 'form', 'strength', 'quantity'] },
        { check: 'compatibility', matches: ['properties', 'usage'] },
        { check: 'rationality', matches: ['diagnosis'] },
      ],
    });
    expect(isChecklistKept(signed)).toBe(true);
    const less = reviewJson({ ...review, checklist: checklistMatches.slice(1) }) as Record<string, JsonValue>;
    expect(isChecklistKept(less)).toBe(false);
    expect(isChecklistKept({ ...signed, checklist: null })).toBe(false);
    expect(isChecklistKept({ ...less, schema: 'yunzhen/prescription-review/2' })).toBe(false);
    expect(isChecklistKept({ ...less, schema: 'yunzhen/prescription-review/1' })).toBe(true);
    const rejected = reviewJson({ ...review, decision: 'rejected', reason: 'dose', checklist: null });
    expect(isChecklistKept(rejected as Record<string, JsonValue>)).toBe(true);
  });
});
