import { loadKnowledgeBase } from '../../../server/src/api/prescribing/safety/knowledge/knowledge-base.ts';
import { checkSafety } from '../../../server/src/api/prescribing/safety/testing/check-safety.ts';
import {
  allergyTo,
  draftItem,
  safetyCase,
  taking,
} from '../../../server/src/api/prescribing/safety/testing/safety-case.ts';
import type { MedicineProduct } from '../../../server/src/api/catalogues/formulary/product.ts';
import { readCorpus } from '../corpus.ts';
import { conditionsOf } from './conditions.ts';
import { frequencyOf } from './frequency.ts';
import { productFor } from './products.ts';

const columns = [
  'id',
  'age_years',
  'age_months_if_child',
  'weight_kg',
  'sex',
  'pregnant_weeks',
  'egfr',
  'conditions',
  'allergies_stated',
  'current_medicines',
  'drug',
  'drug_zh',
  'form',
  'route',
  'dose',
  'unit',
  'frequency',
  'days',
  'expected',
  'why',
] as const;
type Row = ReturnType<typeof readCorpus<(typeof columns)[number]>>[number];

export interface Judged {
  readonly row: Row;
  /** Undefined when the formulary has no such medicine or form. */
  readonly product: MedicineProduct | undefined;
  /** Ids of the findings from moderate severity on, which need a reason or block. */
  readonly alerts: readonly string[];
  readonly blocked: boolean;
  readonly notChecked: readonly string[];
}

/** Runs every prescription of a set through all checks. */
export function judgePrescriptions(set: 'independent' | 'second'): Judged[] {
  return readCorpus(`doses/${set}.tsv`, columns).map((row) => {
    const product = productFor(row);
    if (!product) return { row, product, alerts: [], blocked: false, notChecked: [] };
    const { issues, notChecked } = checkSafety(inputOf(row, product), loadKnowledgeBase());
    return {
      row,
      product,
      alerts: issues.filter(({ severity }) => severity !== 'minor').map(({ id }) => id),
      blocked: issues.some(({ severity }) => severity === 'contraindicated'),
      notChecked: notChecked.map(({ check, reason }) => `${check}: ${reason.en}`),
    };
  });
}

function inputOf(row: Row, product: MedicineProduct) {
  const { timing, asNeeded, times } = frequencyOf(row.frequency);
  const route = product.routes[0] ?? 'oral';
  const item = draftItem(product.id, {
    route,
    timing,
    asNeeded,
    dose: doseOf(row, product, times),
    durationDays: Number(row.days),
  });
  const weeks = Number(row.pregnant_weeks);
  const [substance = '', ...reaction] = row.allergies_stated.split(':');
  const lactating = /breast-?feeding/i.test(row.conditions);
  const { codes, uncoded } = conditionsOf(row.conditions);
  const input = safetyCase({
    items: [item],
    conditionCodes: codes,
    uncodedConditions: uncoded.map((text) => ({ en: text, zh: '' })),
    activeMedicines: row.current_medicines
      .split(',')
      .filter((one) => one.trim() !== '')
      .map((text) => taking(text.trim())),
    allergies: substance === '' ? [] : [allergyTo(substance, { reaction: reaction.join(':').trim() })],
  });
  return {
    ...input,
    patient: {
      ...input.patient,
      ageMonths: row.age_months_if_child === '' ? Number(row.age_years) * 12 : Number(row.age_months_if_child),
      sex: row.sex === 'F' ? ('female' as const) : ('male' as const),
      weightKg: row.weight_kg || null,
      egfr: row.egfr === '' ? null : Number(row.egfr),
      pregnancy: weeks > 0 ? ('pregnant' as const) : ('not-pregnant' as const),
      trimester: weeks === 0 ? null : weeks < 14 ? (1 as const) : weeks < 28 ? (2 as const) : (3 as const),
      lactation: lactating ? ('breast-feeding' as const) : ('not-breast-feeding' as const),
    },
  };
}

const units: readonly (readonly [RegExp, string])[] = [
  [/^microgram$/, 'ug'],
  [/^(?:units?|iu)$/i, '[iU]'],
  [/^mg/, 'mg'],
  [/^capsules?$/, 'capsule'],
  [/^drops?$/, 'drop'],
  [/^sprays?/, 'spray'],
  [/^dose$|^microgram\/hour$/, ''],
];

/** Returns the dose in a unit of the editor. A product with several substances is counted in tablets, as on labels. */
function doseOf(row: Row, product: MedicineProduct, times: number) {
  const unit = units.find(([words]) => words.test(row.unit))?.[1] ?? row.unit;
  if (unit === '') return { value: '1', unit: product.unit };
  if (product.ingredients.length > 1 && (unit === 'mg' || unit === 'ug')) {
    const held = product.ingredients.reduce((sum, { strength }) => sum + Number(strength.value), 0);
    const per = product.ingredients[0]?.strength.per;
    return { value: String(Number(row.dose) / held), unit: per === 'unit' || !per ? product.unit : per };
  }
  return { value: String(Number(row.dose) * times), unit };
}
