import { describe, expect, it } from 'vitest';
import type { PrescriptionItem, SafetyReport } from '@yunzhen/shared/prescribing/prescribing.contract';
import { canonicalJson, type JsonValue } from '../../../platform/signing/canonical-json.ts';
import type { PrescriptionWithSurroundings } from '../prescription.repository.ts';
import { prescriptionJson, type PrescriptionSchema } from './prescription-json.ts';
import { checklistMatches } from '@yunzhen/shared/review/review-checklist';
import { isChecklistKept, prescriptionDigest, reviewJson, type ReviewRecord } from './review-json.ts';

const times = { signedAt: new Date('2026-11-24T06:32:05.120Z'), validUntil: new Date('2026-11-26T16:00:00Z') };
const diagnoses = [{ code: 'J02.9', title: { en: 'Acute pharyngitis', zh: '急性咽炎' }, primary: true }];
const item = {
  id: 'i',
  productId: 'azithromycin-250',
  productName: { en: 'Azithromycin', zh: '阿奇霉素' },
  strength: '0.25 g',
  form: { en: 'tablets', zh: '片剂' },
  dose: { value: '0.5', unit: 'g' },
  route: 'oral',
  timing: { frequency: 1, period: 1, periodUnit: 'd', when: 'before-meal' },
  durationDays: 3,
  asNeeded: null,
  quantity: { value: '6', unit: 'tablet', manual: false },
  instruction: { en: 'Take …', zh: '每次……' },
  note: '',
  substitutionAllowed: true,
} satisfies PrescriptionItem;
const safety = {
  checkedAt: '2026-11-24T06:32:00.000Z',
  dataVersion: '2026.11',
  release: null,
  checks: ['allergy', 'dose'],
  notChecked: [
    { check: 'renal', itemIds: ['i'], reason: { en: 'No value.', zh: '无数值。' } },
    { check: 'dose', itemIds: ['i'], reason: { en: 'No weight.', zh: '无体重。' } },
    { check: 'renal', itemIds: ['i'], reason: { en: 'No answer.', zh: '无结果。' } },
  ],
  issues: [{ id: 'x', severity: 'serious' }] as SafetyReport['issues'],
} satisfies SafetyReport;
const evidence = {
  id: 'e',
  source: 'outside',
  earlierVisitId: null,
  institution: '市人民医院',
  diagnosedOn: '2026-10-01',
  diagnoses: [],
  pages: [{ id: 'pic', sha256: 'ab' }],
};
const condition = { code: 'J02.9', title: { en: 'Acute pharyngitis', zh: '急性咽炎' }, evidence };
const basis = {
  verdict: 'follow-up',
  rule: 'cn.follow-up-only',
  maxAgeDays: 183,
  statedAt: new Date('2026-11-24T06:30:00Z'),
  conditions: [condition],
};
const circumstances = { guardian: { name: '李娜', relation: 'mother' }, emergency: true, validDays: 2 };
const around = {
  hospitalName: { en: 'Wuzhen', zh: '乌镇' },
  department: { en: 'Medicine', zh: '内科' },
  doctorName: '沈清',
  doctorLicence: '1103304',
  patientName: '李伟',
  patientSex: 'male',
  patientBirthDate: '1981-02-03',
  identityLast4: '0034',
  circumstances,
  basis,
};
const row = {
  id: 'p',
  number: 'RX-1',
  version: 3,
  visitId: 'v',
  hospitalId: 'h',
  departmentId: 'd',
  practitionerId: 'doc',
  patientId: 'pat',
  diagnoses,
  items: [item],
  safety,
  acknowledgements: [{ issueId: 'x', reason: 'benefit-outweighs-risk' }],
  around,
};

/** Returns what the doctor signs with some members of the prescription changed. */
const jsonOf = (over: object = {}, schema?: PrescriptionSchema, signed = times) =>
  prescriptionJson({ ...row, ...over } as unknown as PrescriptionWithSurroundings, signed, schema);
const withAround = (over: object) => ({ around: { ...around, ...over } });

describe('prescriptionJson', () => {
  it('contains every fact of the record, with times in UTC', () => {
    const { productName, quantity, ...rest } = item;
    expect(jsonOf()).toEqual({
      schema: 'yunzhen/prescription/5',
      id: 'p',
      number: 'RX-1',
      version: 3,
      visitId: 'v',
      priorPrescriptionId: null,
      hospital: { id: 'h', name: around.hospitalName },
      department: { id: 'd', name: around.department },
      prescriber: { id: 'doc', name: '沈清', licence: '1103304' },
      patient: { id: 'pat', name: '李伟', sex: 'male', birthDate: '1981-02-03', identityMasked: '****0034' },
      diagnoses,
      items: [{ ...rest, name: productName, quantity: { value: quantity.value, unit: quantity.unit } }],
      checks: {
        checkedAt: '2026-11-24T06:32:00.000Z',
        ran: [
          { check: 'allergy', dataVersion: '2026.11' },
          { check: 'dose', dataVersion: '2026.11' },
        ],
        notChecked: safety.notChecked,
        alerts: [{ issueId: 'x', severity: 'serious' }],
        overrides: row.acknowledgements,
      },
      circumstances,
      basis: {
        verdict: 'follow-up',
        rule: { id: 'cn.follow-up-only', maxAgeDays: 183 },
        statedAt: '2026-11-24T06:30:00.000Z',
        conditions: [condition],
      },
      signedAt: '2026-11-24T06:32:05.120Z',
      validUntil: '2026-11-26T16:00:00.000Z',
    });
  });

  it('says that nothing was checked for a prescription without a safety report', () => {
    expect(jsonOf({ safety: null, acknowledgements: [] })).toMatchObject({
      checks: { checkedAt: '2026-11-24T06:32:05.120Z', ran: [], notChecked: [], alerts: [], overrides: [] },
    });
    expect(jsonOf({ safety: null }, 'yunzhen/prescription/3')).toMatchObject({ checks: { dataVersion: 'none' } });
  });

  it('writes the checks in the layout of an older schema', () => {
    for (const schema of ['yunzhen/prescription/1', 'yunzhen/prescription/2', 'yunzhen/prescription/3'] as const)
      expect(jsonOf({}, schema)).toMatchObject({
        schema,
        checks: {
          dataVersion: '2026.11',
          checkedAt: '2026-11-24T06:32:00.000Z',
          notChecked: ['renal', 'dose'],
          overrides: row.acknowledgements,
        },
      });
  });

  it('leaves out the basis where no rule requires one, and in every older layout', () => {
    const without = jsonOf(withAround({ basis: null }));
    expect(without).toMatchObject({ schema: 'yunzhen/prescription/4' });
    expect(without).not.toHaveProperty('basis');
    expect(canonicalJson(jsonOf({}, 'yunzhen/prescription/4'))).toBe(canonicalJson(without));
  });

  it('names the release of the rules where one is active, in layout 6 with the digest, and in no earlier one', () => {
    const named = { safety: { ...safety, release: { id: 'r', number: 3, sha256: 'a'.repeat(64) } } };
    expect(jsonOf(named)).toMatchObject({
      schema: 'yunzhen/prescription/6',
      checks: { release: { id: 'r', number: 3, digest: `sha256:${'a'.repeat(64)}` } },
      basis: { verdict: 'follow-up' },
    });
    expect(jsonOf({ ...named, ...withAround({ basis: null }) })).toMatchObject({
      schema: 'yunzhen/prescription/6',
      basis: null,
    });
    expect(JSON.stringify(jsonOf(named, 'yunzhen/prescription/5'))).not.toContain('release');
  });

  it.each([
    { steps: [{ dose: item.dose, timing: item.timing, days: 1 }] },
    { timing: { frequency: 1, period: 1, periodUnit: 'wk', when: null, weekdays: [1] } },
    { asNeeded: { reason: 'pain', maxPerDay: 3, minHoursBetween: 6 } },
  ])('adds optional members only for records that have them: %o', (more) => {
    expect(jsonOf({ items: [{ ...item, ...more }] })).toMatchObject({ items: [more] });
  });

  it('adds the doctor’s own words to a reason that has some', () => {
    const acknowledgements = [{ issueId: 'x', reason: 'other', text: 'asked' }];
    expect(jsonOf({ acknowledgements })).toMatchObject({ checks: { overrides: acknowledgements } });
  });

  it('ignores members that the layout does not name', () => {
    const wider = {
      internalNote: 'x',
      ...withAround({ phoneLast4: '1234' }),
      items: [{ ...item, price: '3' }],
    };
    expect(canonicalJson(jsonOf(wider))).toBe(canonicalJson(jsonOf()));
  });

  it('changes with every fact that a person could dispute', () => {
    const withBasis = (over: object) => withAround({ basis: { ...basis, conditions: [{ ...condition, ...over }] } });
    const disputes = [
      { items: [{ ...item, dose: { value: '5', unit: 'g' } }] },
      { items: [{ ...item, dose: { value: '0.5', unit: 'mg' } }] },
      { items: [{ ...item, timing: { ...item.timing, frequency: 2 } }] },
      { items: [] },
      { safety: { ...safety, notChecked: [] } },
      withAround({ doctorLicence: '2' }),
      withAround({ circumstances: { ...circumstances, guardian: null } }),
      withAround({ circumstances: { ...circumstances, emergency: false } }),
      withAround({ circumstances: { ...circumstances, validDays: 3 } }),
      withBasis({ evidence: { ...evidence, diagnosedOn: '2026-10-02' } }),
      withBasis({ evidence: { ...evidence, institution: 'x' } }),
      withBasis({ evidence: { ...evidence, pages: [] } }),
      withBasis({ code: 'I10' }),
    ];
    const later = { ...times, signedAt: new Date('2026-11-24T06:32:05.121Z') };
    const texts = [jsonOf(), jsonOf({}, undefined, later), ...disputes.map((dispute) => jsonOf(dispute))];
    expect(new Set(texts.map((json) => canonicalJson(json))).size).toBe(disputes.length + 2);
  });

  it.each(['0,5', '5e-1', '.5', '01', '-1', '1.1234567', ''])('rejects the amount "%s"', (value) => {
    expect(() => jsonOf({ items: [{ ...item, dose: { value, unit: 'g' } }] })).toThrow(RangeError);
  });

  it('rejects fractional counts and invalid times', () => {
    expect(() => jsonOf({ version: 1.5 })).toThrow(RangeError);
    expect(() => jsonOf({}, undefined, { ...times, signedAt: new Date(Number.NaN) })).toThrow(RangeError);
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
