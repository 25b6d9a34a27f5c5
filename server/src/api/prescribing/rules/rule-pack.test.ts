import { describe, expect, it } from 'vitest';
import type { PrescriptionItem } from '@yunzhen/shared/prescribing/prescribing.contract';
import type { Formulary, MedicineProduct } from '../../catalogues/index.ts';
import type { StatedBasis } from '../../chart/index.ts';
import type { VisitFacts } from '../../visits/index.ts';
import type { PrescriptionRow } from '../prescription.entity.ts';
import type { PatientFacts } from '../safety/safety-run.ts';
import { existsSync } from 'node:fs';
import { chineseStandingRules } from './cn-by-design.ts';
import { findingsOf } from './stored-finding.ts';
import { allRules, rulePack, rulesAgainst } from './rule-pack.ts';
import type { RuleInput } from './rule.ts';

const today = '2026-11-24';

/** Returns a line with three tablets a day unless overridden. */
function item(over: Partial<PrescriptionItem> = {}): PrescriptionItem {
  const days = over.durationDays ?? 7;
  return {
    productId: 'p-1',
    dose: { value: '1', unit: 'tablet' },
    timing: { frequency: 3, period: 1, periodUnit: 'd', when: null },
    durationDays: days,
    asNeeded: null,
    quantity: { value: String(days * 3), unit: 'tablet', manual: false },
    note: '',
    ...over,
  } as PrescriptionItem;
}

interface Case {
  items?: PrescriptionItem[];
  controlClass?: MedicineProduct['controlClass'];
  withdrawn?: boolean;
  /** What the doctor stated; null for nothing. */
  basis?: Partial<StatedBasis> | null;
  /** ISO date of the evidence. */
  diagnosedOn?: string;
  /** Codes of the prescription’s diagnoses. */
  diagnoses?: string[];
  birthDate?: string;
  years?: number;
  licenceUntil?: string;
  day?: string;
  emergency?: boolean;
  guardian?: boolean;
  department?: string;
  unverified?: boolean;
}

/** Returns a statement that the visit follows up a tonsillitis. */
const followUp = (diagnosedOn: string): Partial<StatedBasis> => ({
  verdict: 'follow-up',
  accountId: 'doctor',
  maxAgeDays: 183,
  conditions: [
    {
      code: 'J03.0',
      title: { en: '', zh: '' },
      evidence: {
        id: 'e',
        source: 'outside',
        earlierVisitId: null,
        institution: 'x',
        diagnosedOn,
        diagnoses: [],
        pages: [],
      },
    },
  ],
});

/** Returns input that breaks no rule, apart from what the case changes. */
function input(given: Case): RuleInput {
  return {
    prescription: {
      items: given.items ?? [item()],
      diagnoses: (given.diagnoses ?? ['J03.9']).map((code, at) => ({
        code,
        title: { en: '', zh: '' },
        primary: at === 0,
      })),
    } as PrescriptionRow,
    visit: { doctorAccountId: 'doctor' } as VisitFacts,
    basis: given.basis === null ? null : ({ ...followUp(given.diagnosedOn ?? today), ...given.basis } as StatedBasis),
    facts: {
      patient: {
        birthDate: given.birthDate ?? '1980-05-01',
        sex: 'male',
        identityVerifiedAt: given.unverified ? null : '2026-11-01T08:00:00Z',
      },
    } as PatientFacts,
    prescriber: {
      jurisdiction: 'CN',
      timeZone: 'Asia/Shanghai',
      yearsOfPractice: given.years ?? 3,
      licenceValidUntil: given.licenceUntil ?? today,
    },
    formulary: {
      mayBePrescribed: () => given.withdrawn !== true,
      product: () => ({ controlClass: given.controlClass ?? 'rx' }) as MedicineProduct,
    } as unknown as Formulary,
    today: given.day ?? today,
    departmentCode: given.department ?? 'paediatrics',
    circumstances: {
      guardian: given.guardian ? { name: '王芳', relation: 'mother' } : null,
      emergency: given.emergency ?? false,
      validDays: 1,
    },
  };
}

const against = (given: Case, jurisdiction = 'CN') =>
  rulesAgainst(jurisdiction, input(given)).map(({ ruleId }) => ruleId);
const medicines = (count: number) => Array.from({ length: count }, (_, n) => item({ productId: `p-${n}` }));

describe('rules of a Chinese internet hospital', () => {
  it.each<[string, Case, string[]]>([
    ['a prescription without faults', {}, []],
    ['a patient whose identity is not verified', { unverified: true }, ['cn.real-name']],
    ['a first visit', { basis: { verdict: 'first-visit', conditions: [] } }, ['cn.follow-up-only']],
    ['a visit of which the doctor stated nothing', { basis: null }, ['cn.follow-up-only']],
    ['a follow-up that another doctor stated', { basis: { accountId: 'colleague' } }, ['cn.follow-up-only']],
    ['a diagnosis of another category', { diagnoses: ['J03.9', 'I10'] }, ['cn.follow-up-same-diagnosis']],
    ['evidence of 183 days', { diagnosedOn: '2026-05-25' }, []],
    ['evidence of 184 days', { diagnosedOn: '2026-05-24' }, ['cn.follow-up-evidence-age']],
    ['two years of practice', { years: 2 }, ['cn.three-years-of-practice']],
    ['five medicines', { items: medicines(5) }, []],
    ['six medicines', { items: medicines(6) }, ['cn.at-most-five-medicines']],
    ['six lines of one medicine', { items: Array.from({ length: 6 }, () => item()) }, []],
    ['eight days', { items: [item({ durationDays: 8 })] }, ['cn.seven-days']],
    ['eight days with a reason', { items: [item({ durationDays: 8, note: 'chronic' })] }, []],
    ['eight days with a blank reason', { items: [item({ durationDays: 8, note: '  ' })] }, ['cn.seven-days']],
    [
      'seven days with a manual quantity that lasts thirty',
      { items: [item({ quantity: { value: '90', unit: 'tablet', manual: true } })] },
      ['cn.seven-days'],
    ],
    ['a child the day before its sixth birthday', { birthDate: '2020-11-25' }, ['cn.child-under-six']],
    ['a child with its mother', { birthDate: '2022-01-01', guardian: true }, []],
    [
      'a child with its mother and a doctor of another specialty',
      { birthDate: '2022-01-01', guardian: true, department: 'dermatology' },
      ['cn.child-paediatric-doctor'],
    ],
    ['an emergency of three days', { items: [item({ durationDays: 3 })], emergency: true }, []],
    [
      'an emergency of four days, even with a reason',
      { items: [item({ durationDays: 4, note: 'urgent' })], emergency: true },
      ['cn.emergency-three-days'],
    ],
    ['a child on its sixth birthday', { birthDate: '2020-11-24' }, []],
    ['a licence that ends today', { licenceUntil: today }, []],
    ['a licence that ended yesterday', { licenceUntil: '2026-11-23' }, ['generic.licence-valid']],
    ['a medicine that was withdrawn from the list', { withdrawn: true }, ['generic.on-the-list']],
    ['an antibiotic', { controlClass: 'antibiotic' }, []],
    ['a narcotic', { controlClass: 'narcotic' }, ['generic.no-controlled-medicines']],
    ['a psychotropic', { controlClass: 'psychotropic' }, ['generic.no-controlled-medicines']],
    ['a toxic medicine', { controlClass: 'toxic' }, ['generic.no-controlled-medicines']],
    ['a medicine under special control', { controlClass: 'special' }, ['generic.no-controlled-medicines']],
  ])('evaluate %s', (_what, given, expected) => {
    expect(against(given)).toEqual(expected);
  });

  it('all apply together, each with its own text and source', () => {
    const findings = rulesAgainst('CN', input({ years: 1, basis: null, items: medicines(6) }));
    expect(findings.map(({ ruleId }) => ruleId)).toEqual([
      'cn.follow-up-only',
      'cn.three-years-of-practice',
      'cn.at-most-five-medicines',
    ]);
  });
});

it('reads the source of an older draft, which holds both languages in one text', () => {
  const text = { en: 'The licence we have on record for you has expired.', zh: '您登记的执业证书已过期。' };
  const source = { en: 'House rule', zh: '本系统规则' };
  const kept = [
    { ruleId: 'generic.licence-valid', text, source: 'House rule · 本系统规则' },
    { ruleId: 'generic.licence-valid', text, source },
  ];
  expect(findingsOf(kept).map((finding) => finding.source)).toEqual([
    { en: 'House rule · 本系统规则', zh: 'House rule · 本系统规则' },
    source,
  ]);
});

describe('rule packs', () => {
  it('fall back to the generic rules for other jurisdictions', () => {
    expect(against({ years: 1, basis: null, items: medicines(6), unverified: true }, 'CH')).toEqual([]);
    expect(against({ controlClass: 'narcotic', licenceUntil: '2020-01-01' }, 'CH')).toEqual([
      'generic.licence-valid',
      'generic.no-controlled-medicines',
    ]);
  });

  it('apply a rule from its effective date', () => {
    expect(against({ years: 1, day: '2018-07-16', licenceUntil: '2035-01-01' })).toEqual([]);
    expect(against({ years: 1, day: '2018-07-17', licenceUntil: '2035-01-01' })).toEqual([
      'cn.three-years-of-practice',
    ]);
  });

  it('have unique ids and texts in both languages', () => {
    const rules = rulePack('CN');
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    for (const { id, statement, refusal, source, effectiveFrom } of rules) {
      for (const text of [statement, refusal]) {
        expect([id, text.en]).toEqual([id, expect.stringMatching(/^[A-Z].*\.$/)]);
        expect([id, text.zh]).toEqual([id, expect.stringMatching(/\p{Script=Han}.*。$/u)]);
      }
      expect([id, source.en]).toEqual([id, expect.not.stringMatching(/\p{Script=Han}/u)]);
      expect([id, source.zh]).toEqual([id, expect.stringMatching(/\p{Script=Han}/u)]);
      expect(effectiveFrom).toMatch(/^\d{4}-\d\d-\d\d$/);
    }
  });

  it('are stated to every reader, and only their refusal addresses the doctor of a prescription', () => {
    for (const { id, text } of allRules()) {
      expect([id, text.en]).toEqual([id, expect.not.stringMatching(/\b(?:you|your|this patient|these medicines)\b/i)]);
      expect([id, text.zh]).toEqual([id, expect.not.stringMatching(/您|该患者|本处方|，请/)]);
    }
    const [finding] = rulesAgainst('CN', input({ licenceUntil: '2026-11-23' }));
    expect(finding?.text.en).toBe('Your licence on record has expired. Ask the administrator to update it.');
    expect(allRules().find(({ id }) => id === finding?.ruleId)?.text).toEqual({
      en: 'The prescriber’s licence must be valid.',
      zh: '开具医师的执业证书须在有效期内。',
    });
  });

  it('list every rule, and name an existing test for those enforced by design', () => {
    const ids = allRules().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const one of allRules()) {
      for (const text of [one.text, one.enforcement]) {
        expect(text.en, one.id).toMatch(/^[A-Z]/);
        expect(text.zh, one.id).toMatch(/\p{Script=Han}/u);
      }
    }
    const root = new URL('../../../../../', import.meta.url);
    for (const { id, test } of chineseStandingRules) expect(existsSync(new URL(test, root)), id).toBe(true);
  });
});
