import type { Course } from '../../../shared/src/prescribing/dose/course.ts';
import type { MedicineProduct } from '../../../server/src/api/catalogues/formulary/product.ts';
import { loadCuratedFormulary } from '../../../server/src/api/catalogues/formulary/curated-formulary.ts';
import type {
  ActiveMedicine,
  DraftItem,
  SafetyInput,
} from '../../../server/src/api/prescribing/safety/safety-input.ts';
import { childCourse } from './children.ts';
import { longTerm } from './long-term.ts';
import { inPregnancy, reasons, type Reason } from './prevalence.ts';

export interface Prescription {
  readonly department: string;
  readonly input: SafetyInput;
}

/** Returns numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export const formulary = loadCuratedFormulary();

function productOf(id: string): MedicineProduct {
  const product = formulary.product(id);
  if (!product) throw new Error(`the formulary has no ${id}`);
  return product;
}

/** One doctor’s prescription for one patient; it reads products and their usual directions, never a table of the safety checks. */
export function prescription(random: () => number): Prescription {
  const sex = random() < 0.54 ? ('female' as const) : ('male' as const);
  const pregnant = sex === 'female' && random() < 0.02;
  const why = weighted(pregnant ? inPregnancy : reasons.filter((each) => !each.sex || each.sex === sex), random);
  const [youngest, oldest] = why.ages;
  const years = youngest + Math.floor(random() * (oldest - youngest + 1));
  const child = years < 14;
  const conditions = child || pregnant ? [] : longTerm.filter((each) => random() < shareOf(each, years, sex));
  const penicillin = random() < 0.03;
  const chosen = chosenOf(why.lines, random, years).filter(
    ({ id }) => !penicillin || !isPenicillin(id) || random() < 0.1,
  );
  const own = new Set(chosen.flatMap(({ ingredients }) => ingredients.map(({ ingredient }) => ingredient.id)));
  const activeMedicines = conditions
    .filter(({ code }) => code !== why.code)
    .flatMap(({ takes }) => chosenOf(takes, random, years))
    // A doctor does not prescribe again what the patient takes.
    .filter(({ ingredients }) => !ingredients.some(({ ingredient }) => own.has(ingredient.id)))
    .map((product, at): ActiveMedicine => {
      const written = random() < 0.5;
      const text = `${product.name.zh} ${product.ingredients[0]?.strength.value ?? ''}`.trim();
      return {
        id: `active-${at}`,
        origin: written ? 'prescription' : 'stated',
        productId: written ? product.id : null,
        text,
        prescribedAt: null,
      };
    });
  const weight = child ? Math.round(years * 2 + 8) : Math.round((sex === 'female' ? 58 : 69) + (random() - 0.5) * 24);
  const kidneys = why.code === 'N18.3' || conditions.some(({ code }) => code === 'N18.3');
  const egfr = kidneys
    ? 32 + Math.floor(random() * 27)
    : Math.round(Math.max(61, 105 - Math.max(0, years - 40) * 0.7 + (random() - 0.5) * 20));
  const fertile = sex === 'female' && years >= 14 && years <= 50;
  const weeks = 6 + Math.floor(random() * 32);
  return {
    department: why.department,
    input: {
      items: (chosen.length > 0 ? chosen : [productOf('paracetamol-500mg-tablet')]).map((product, at) =>
        lineOf(product, at, years, weight),
      ),
      activeMedicines,
      medicinesStated: random() < 0.95,
      allergies: penicillin ? [{ id: 'allergy', substance: '青霉素', substanceCode: null, severity: 'unknown' }] : [],
      allergiesStated: penicillin || random() < 0.97,
      conditionCodes: [...new Set([why.code, ...conditions.map(({ code }) => code)])],
      patient: {
        ageMonths: years * 12 + Math.floor(random() * 12),
        sex,
        weightKg: child || random() < 0.7 ? String(weight) : null,
        pregnancy: pregnant ? 'pregnant' : fertile && random() < 0.08 ? 'unknown' : 'not-pregnant',
        trimester: pregnant ? (weeks < 14 ? 1 : weeks < 28 ? 2 : 3) : null,
        lactation: fertile && !pregnant && random() < 0.015 ? 'breast-feeding' : 'not-breast-feeding',
        egfr: kidneys || random() < (years >= 60 ? 0.6 : 0.3) ? egfr : null,
      },
      catalogue: formulary,
      jurisdiction: 'CN',
    },
  };
}

function weighted(from: readonly Reason[], random: () => number): Reason {
  let left = random() * from.reduce((sum, { weight }) => sum + weight, 0);
  for (const each of from) if ((left -= each.weight) < 0) return each;
  throw new Error('no reason to prescribe');
}

function shareOf({ shares, sex: only }: (typeof longTerm)[number], years: number, sex: string): number {
  if (only && only !== sex) return 0;
  return shares[years < 40 ? 0 : years < 60 ? 1 : 2];
}

/** Resolves `a|b?0.4`. Montelukast for children is chosen by age. */
export function chosenOf(lines: readonly string[], random: () => number, years: number): MedicineProduct[] {
  return lines.flatMap((line) => {
    const [choices = '', share = '1'] = line.split('?');
    if (random() >= Number(share)) return [];
    const among = choices.split('|');
    const id = among[Math.floor(random() * among.length)] ?? '';
    return [productOf(id === 'montelukast' ? `montelukast-${years < 6 ? 4 : 5}mg-chewable-tablet` : id)];
  });
}

const isPenicillin = (id: string) => id.startsWith('amoxicillin');

/** The line with the product’s first usual direction; children’s liquids by weight or age. */
export function lineOf(product: MedicineProduct, at: number, years: number, weight: number): DraftItem {
  const [usual] = product.usualSigs;
  if (!usual) throw new Error(`${product.id} has no usual direction`);
  const course: Course = childCourse(product.id, years, weight) ?? {
    dose: usual.dose,
    timing: usual.timing,
    durationDays: usual.durationDays,
    asNeeded: usual.asNeeded ? { reason: '疼痛', maxPerDay: usual.timing.frequency } : null,
  };
  return { id: `line-${at}`, productId: product.id, route: product.routes[0] ?? 'oral', ...course };
}
