import type { MedicineProduct } from '../../../server/src/api/catalogues/formulary/product.ts';
import type {
  ActiveMedicine,
  DraftItem,
  SafetyInput,
} from '../../../server/src/api/prescribing/safety/safety-input.ts';
import { chosenOf, formulary, lineOf } from './patients.ts';
import { regimens, type Regimen } from './regimens.ts';

/** What is unusual of one line of a renewal; most are simply continued. */
type Turn = 'as before' | 'early' | 'more' | 'less' | 'another doctor' | 'two prescriptions' | 'stated only';

const TURNS: readonly (readonly [Turn, share: number])[] = [
  ['early', 0.07],
  ['more', 0.05],
  ['less', 0.03],
  ['another doctor', 0.05],
  ['two prescriptions', 0.02],
  ['stated only', 0.06],
];

export interface RenewalLine {
  readonly item: DraftItem;
  readonly turn: Turn;
}

export interface Renewal {
  readonly input: SafetyInput;
  readonly lines: readonly RenewalLine[];
}

/**
 * One visit of a patient who wants the same medicines again. It reads products and their usual directions, and no table or rule of the safety checks.
 */
export function renewal(random: () => number): Renewal {
  const why = chosenRegimen(random);
  const years = why.ages[0] + Math.floor(random() * (why.ages[1] - why.ages[0] + 1));
  const sex = why.sex ?? (random() < 0.5 ? ('female' as const) : ('male' as const));
  const weight = Math.round((sex === 'female' ? 58 : 69) + (random() - 0.5) * 24);
  const statesAll = random() < 0.25;
  const made = chosenOf(why.lines, random, years).map((product, at) => {
    const before = { ...lineOf(product, at, years, weight), durationDays: random() < 0.3 ? 14 : 28 };
    const turn = turnOf(random);
    const item = { ...before, dose: { ...before.dose, value: changed(before.dose.value, turn) } };
    return { product, before, turn, item };
  });
  const activeMedicines = made.flatMap(({ product, before, turn }, at) => {
    const stated = statesAll || turn === 'stated only' ? [statedOf(product, before, at, random)] : [];
    return [...prescribedOf(product, before, turn, random), ...stated];
  });
  return {
    lines: made.map(({ item, turn }) => ({ item, turn })),
    input: {
      items: made.map(({ item }) => item),
      activeMedicines,
      medicinesStated: true,
      allergies: [],
      allergiesStated: true,
      conditionCodes: why.codes,
      patient: {
        ageMonths: years * 12 + Math.floor(random() * 12),
        sex,
        weightKg: String(weight),
        pregnancy: 'not-pregnant',
        trimester: null,
        lactation: 'not-breast-feeding',
        egfr: Math.round(Math.max(50, 105 - Math.max(0, years - 40) * 0.8 + (random() - 0.5) * 20)),
      },
      catalogue: formulary,
      jurisdiction: 'CN',
    },
  };
}

/** The same visit without what is known of the earlier supply: as the checks saw it before. */
export function withoutSupply({ input }: Renewal): SafetyInput {
  const activeMedicines = input.activeMedicines.map(({ supply: _supply, ...rest }): ActiveMedicine => rest);
  return { ...input, activeMedicines };
}

function prescribedOf(product: MedicineProduct, before: DraftItem, turn: Turn, random: () => number): ActiveMedicine[] {
  if (turn === 'stated only') return [];
  const courseDays = before.durationDays ?? 28;
  const onTime = 1 + Math.floor(random() * Math.min(6, courseDays / 4));
  const early = Math.ceil(courseDays * (0.55 + random() * 0.35));
  const one = (key: string): ActiveMedicine => ({
    id: `before-${before.id}${key}`,
    origin: 'prescription',
    productId: product.id,
    text: product.name.en,
    prescribedAt: null,
    course: before,
    supply: {
      daysLeft: turn === 'early' ? early : onTime,
      courseDays,
      samePrescriber: turn !== 'another doctor',
    },
  });
  return turn === 'two prescriptions' ? [one(''), one('-again')] : [one('')];
}

/** As patients write it: half with the whole dose, half the name alone. */
function statedOf(product: MedicineProduct, before: DraftItem, at: number, random: () => number): ActiveMedicine {
  const [part] = product.ingredients;
  const each = part && Number(part.strength.value) * Number(before.dose.value);
  const whole = random() < 0.5 && part && before.dose.unit === product.unit;
  return {
    id: `stated-${at}`,
    origin: 'stated',
    productId: null,
    text: whole
      ? `${product.name.zh} 每次${each}${part.strength.unit} 每日${before.timing.frequency}次`
      : product.name.zh,
    prescribedAt: null,
  };
}

function changed(value: string, turn: Turn): string {
  if (turn === 'more') return String(Number(value) * 2);
  return turn === 'less' ? String(Number(value) / 2) : value;
}

function turnOf(random: () => number): Turn {
  let left = random();
  for (const [turn, share] of TURNS) if ((left -= share) < 0) return turn;
  return 'as before';
}

function chosenRegimen(random: () => number): Regimen {
  let left = random() * regimens.reduce((sum, { weight }) => sum + weight, 0);
  for (const each of regimens) if ((left -= each.weight) < 0) return each;
  throw new Error('no regimen');
}
