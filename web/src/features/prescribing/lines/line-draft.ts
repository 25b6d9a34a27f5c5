import type {
  MedicineHit,
  PrescriptionItem,
  PrescriptionItemInput,
} from '@yunzhen/shared/prescribing/prescribing.contract';
import { prescriptionItemInput } from '@yunzhen/shared/prescribing/prescription-items.schemas';
import { quantityOf, type Course, type CourseQuantity } from '@yunzhen/shared/prescribing/dose/course';
import { positiveDecimalOf, type Amount, type Strength } from '@yunzhen/shared/prescribing/dose/dose';
import { illegibleIn } from '@yunzhen/shared/core/legible-draft';
import { instructionText } from '@yunzhen/shared/prescribing/dose/instruction';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { QuickSig } from './quick-sig.ts';
import { countedDose } from './weight-dose.ts';
import { notChosen, timingOf, type Frequency } from './frequency.ts';

/** What a line stores of its medicine, so that it can be shown before it is saved. */
export interface LineProduct {
  readonly id: string;
  readonly name: LocalizedText;
  readonly strength: string;
  readonly form: LocalizedText;
  /** Unit that is dispensed. */
  readonly unit: string;
  /** Known while the search result is available: units in the usual pack, content of one unit, largest doses. */
  readonly packSize?: string | null | undefined;
  readonly content?: Strength | null | undefined;
  readonly limits?: MedicineHit['doseLimits'] | undefined;
}

/** A further step of a taper, with the first step’s frequency unless it has its own. */
export interface StepDraft {
  readonly dose: string;
  readonly days: number | null;
  readonly timing: PrescriptionItemInput['timing'] | null;
}

/** A line while it is edited: numbers may be missing. */
export interface LineDraft {
  readonly id: string;
  readonly product: LineProduct;
  readonly dose: { readonly value: string; readonly unit: string };
  readonly route: PrescriptionItemInput['route'];
  readonly often: Frequency;
  readonly when: PrescriptionItemInput['timing']['when'];
  /** Days of the first step; the whole course where there are no steps. */
  readonly days: number | null;
  readonly steps: readonly StepDraft[];
  readonly asNeeded: {
    readonly reason: string;
    readonly maxPerDay: number | null;
    readonly minHoursBetween: number | null;
  } | null;
  readonly quantity: { readonly value: string; readonly manual: boolean };
  readonly note: string;
  readonly substitutionAllowed: boolean;
}

export type UsualSig = MedicineHit['usualSigs'][number];

/** An initial line, and the usual doses offered with it. */
export interface NewLine {
  readonly line: LineDraft;
  readonly sigs: readonly UsualSig[];
}

/** Returns a new line. Only the product’s own route and unit are preset. */
export function lineOfHit(hit: MedicineHit, id: string): LineDraft {
  return {
    id,
    product: productOfHit(hit),
    dose: { value: '', unit: hit.usualSigs[0]?.dose.unit ?? hit.unit },
    route: hit.route,
    often: notChosen,
    when: null,
    days: null,
    steps: [],
    asNeeded: null,
    quantity: { value: '', manual: false },
    note: '',
    substitutionAllowed: true,
  };
}

/** Returns what a line stores of its medicine. A product of several ingredients has no strength for calculations. */
export function productOfHit(hit: MedicineHit): LineProduct {
  const [only, other] = hit.strengths;
  return {
    id: hit.productId,
    name: hit.name,
    strength: hit.strength,
    form: hit.form,
    unit: hit.unit,
    packSize: hit.packSize,
    content: only && !other ? { value: only.value, unit: only.unit, per: only.per } : null,
    limits: hit.doseLimits,
  };
}

/** Returns the line with the parsed quick entry applied; parts that it does not mention stay unchanged. */
export function withQuick(line: LineDraft, said: QuickSig): LineDraft {
  const counted = (dose: Amount): Amount => countedDose(dose, line.product.content ?? null, line.product.unit) ?? dose;
  const timing = said.timing;
  const dose = said.dose && counted(said.dose);
  const steps = (said.steps ?? []).map((step) => ({ dose: counted(step.dose), days: step.days }));
  // A taper in mg is counted in tablets only when every step converts.
  const same = dose && steps.every((step) => step.dose.unit === dose.unit);
  const later = (said.steps ?? []).reduce((sum, { days }) => sum + days, 0);
  const before = line.asNeeded ?? { reason: '', maxPerDay: null, minHoursBetween: null };
  return withQuantity({
    ...line,
    dose: (same ? dose : said.dose) ?? line.dose,
    ...(timing
      ? {
          often: {
            frequency: timing.frequency,
            period: timing.period,
            periodUnit: timing.periodUnit,
            ...(timing.weekdays ? { weekdays: timing.weekdays } : {}),
          },
          when: timing.when,
        }
      : {}),
    days: said.days === undefined ? line.days : said.days - later,
    steps:
      said.steps === undefined
        ? said.dose
          ? []
          : line.steps
        : (same ? steps : said.steps).map((step) => ({ dose: step.dose.value, days: step.days, timing: null })),
    asNeeded: said.asNeeded ? { ...before, ...said.asNeeded } : line.asNeeded,
    quantity: said.quantity ? { value: said.quantity, manual: true } : line.quantity,
  });
}

/**
 * Returns the line with a usual dose applied, its indication in the reader’s language. An indication or quantity that the doctor entered stays; the
 * indication of another usual dose does not.
 */
export function withSig(
  line: LineDraft,
  sig: UsualSig,
  usual: readonly UsualSig[],
  localized: (text: LocalizedText) => string,
): LineDraft {
  const { frequency, period, periodUnit, when } = sig.timing;
  const before = line.asNeeded?.reason ?? '';
  const isUsual = usual.some(({ asNeeded }) => asNeeded?.reason?.en === before || asNeeded?.reason?.zh === before);
  return withQuantity({
    ...line,
    dose: sig.dose,
    often: { frequency, period, periodUnit },
    when,
    days: sig.durationDays,
    steps: [],
    asNeeded: sig.asNeeded && {
      reason: (isUsual ? '' : before) || (sig.asNeeded.reason ? localized(sig.asNeeded.reason) : ''),
      maxPerDay: sig.asNeeded.maxPerDay ?? line.asNeeded?.maxPerDay ?? null,
      minHoursBetween: sig.asNeeded.minHoursBetween ?? line.asNeeded?.minHoursBetween ?? null,
    },
  });
}

/** Returns an editable line from a line of the record. */
export function lineOfItem(item: PrescriptionItem, id: string = item.id): LineDraft {
  const { frequency, period, periodUnit, when, weekdays } = item.timing;
  const steps = item.steps ?? [];
  const { asNeeded } = item;
  return {
    id,
    product: {
      id: item.productId,
      name: item.productName,
      strength: item.strength,
      form: item.form,
      unit: item.quantity.unit,
    },
    dose: item.dose,
    route: item.route,
    often: { frequency, period, periodUnit, ...(weekdays ? { weekdays } : {}) },
    when,
    days: item.durationDays - steps.reduce((sum, { days }) => sum + days, 0),
    steps: steps.map(({ dose, days, timing }) => ({
      dose: dose.value,
      days,
      timing: JSON.stringify(timing) === JSON.stringify(item.timing) ? null : timing,
    })),
    asNeeded: asNeeded && {
      reason: asNeeded.reason,
      maxPerDay: asNeeded.maxPerDay,
      minHoursBetween: asNeeded.minHoursBetween ?? null,
    },
    quantity: { value: item.quantity.value, manual: item.quantity.manual },
    note: item.note,
    substitutionAllowed: item.substitutionAllowed,
  };
}

/** Returns the course of a line, once its numbers are complete. */
export function courseOf(line: LineDraft): (Course & { durationDays: number }) | undefined {
  const timing = timingOf(line.often, line.when);
  const { dose, days, asNeeded } = line;
  if (!timing || days === null || !positiveDecimalOf(dose.value)) return undefined;
  if (asNeeded && asNeeded.maxPerDay === null) return undefined;
  const steps = line.steps.flatMap((step) =>
    step.days === null || !positiveDecimalOf(step.dose)
      ? []
      : [{ dose: { value: step.dose, unit: dose.unit }, timing: step.timing ?? timing, days: step.days }],
  );
  if (steps.length < line.steps.length) return undefined;
  return {
    dose,
    timing,
    durationDays: days + steps.reduce((sum, step) => sum + step.days, 0),
    ...(steps.length > 0 ? { steps } : {}),
    asNeeded: asNeeded && {
      reason: asNeeded.reason,
      maxPerDay: asNeeded.maxPerDay ?? 1,
      ...(asNeeded.minHoursBetween === null ? {} : { minHoursBetween: asNeeded.minHoursBetween }),
    },
  };
}

/** Returns the quantity of the course, the most of an as-needed one; undefined where it cannot be calculated (other units, missing numbers). */
export function calculatedQuantity(line: LineDraft): CourseQuantity | undefined {
  const course = courseOf(line);
  return course && quantityOf(course, line.product);
}

/** Returns the line with its quantity calculated from dose and days, unless it was set manually. */
export function withQuantity(line: LineDraft): LineDraft {
  if (line.quantity.manual) return line;
  return { ...line, quantity: { value: calculatedQuantity(line)?.value ?? '', manual: false } };
}

/** Returns the line with the calculated quantity instead of the manual one. */
export function withCalculatedQuantity(line: LineDraft): LineDraft {
  return withQuantity({ ...line, quantity: { ...line.quantity, manual: false } });
}

export type LineField =
  | 'dose'
  | 'often'
  | 'days'
  | 'steps'
  | 'quantity'
  | 'reason'
  | 'maxPerDay'
  | 'note'
  | 'route'
  | 'unit'
  | 'product';

/** Returns the fields that prevent saving, in the order of the page. */
export function missingFields(line: LineDraft): LineField[] {
  const result = prescriptionItemInput.safeParse(looseInput(line));
  if (result.success) return [];
  return [...new Set(result.error.issues.map(({ path }) => fieldOfPath(path.map(String))))];
}

/** Returns the fields that the doctor has to enter: a quantity only where it will not be calculated from the others. */
export function fieldsToEnter(line: LineDraft): LineField[] {
  const missing = missingFields(line);
  return courseOf(line) ? missing : missing.filter((field) => field !== 'quantity');
}

/** Returns the text fields with characters that hide or reorder text; a draft of an earlier release may have them. */
export function illegibleFields({ note, asNeeded }: Pick<LineDraft, 'note' | 'asNeeded'>): LineField[] {
  return illegibleIn({ note, asNeeded }).map(({ path }) => fieldOfPath(path.split('.')));
}

const forInstruction: readonly LineField[] = ['dose', 'often', 'days', 'steps', 'reason', 'maxPerDay'];

/** Returns the missing fields that the patient’s instruction needs. */
export function missingForInstruction(line: LineDraft): LineField[] {
  return missingFields(line).filter((field) => forInstruction.includes(field));
}

/** Returns the line as the contract’s input; undefined while a number is missing. */
export function inputOf(line: LineDraft): PrescriptionItemInput | undefined {
  const result = prescriptionItemInput.safeParse(looseInput(line));
  return result.success ? result.data : undefined;
}

/** Returns the editor field of a contract path, such as `dose.value` or `timing.period`. */
export function fieldOfPath([first, second]: readonly string[]): LineField {
  switch (first) {
    case 'dose':
      return second === 'unit' ? 'unit' : 'dose';
    case 'timing':
      return 'often';
    case 'durationDays':
      return 'days';
    case 'steps':
      return 'steps';
    case 'asNeeded':
      return second === 'reason' ? 'reason' : 'maxPerDay';
    case 'quantity':
      return 'quantity';
    case 'route':
      return 'route';
    case 'note':
      return 'note';
    default:
      return 'product';
  }
}

function looseInput(line: LineDraft): unknown {
  const timing = { ...line.often, when: line.when };
  const later = line.steps.reduce((sum, { days }) => sum + (days ?? 0), 0);
  return {
    id: line.id,
    productId: line.product.id,
    dose: { value: line.dose.value, unit: line.dose.unit },
    route: line.route,
    timing,
    durationDays: line.days === null ? null : line.days + later,
    ...(line.steps.length > 0
      ? {
          steps: line.steps.map((step) => ({
            dose: { value: step.dose, unit: line.dose.unit },
            timing: step.timing ?? timing,
            days: step.days,
          })),
        }
      : {}),
    asNeeded: line.asNeeded && {
      reason: line.asNeeded.reason,
      maxPerDay: line.asNeeded.maxPerDay,
      ...(line.asNeeded.minHoursBetween === null ? {} : { minHoursBetween: line.asNeeded.minHoursBetween }),
    },
    quantity: { value: line.quantity.value, unit: line.product.unit, manual: line.quantity.manual },
    note: line.note,
    substitutionAllowed: line.substitutionAllowed,
  };
}

/** Returns the patient’s instruction in both languages, once the line is complete enough. */
export function instructionOf(line: LineDraft): LocalizedText | undefined {
  const course = courseOf(line);
  return course && instructionText({ ...course, route: line.route });
}

/** Returns true when both would be saved equally; the medicine’s name does not count. */
export function sameLines(a: readonly LineDraft[], b: readonly LineDraft[]): boolean {
  return a.length === b.length && a.every((line, index) => isSameLine(line, b[index]));
}

function isSameLine(a: LineDraft, b: LineDraft | undefined): boolean {
  return b !== undefined && JSON.stringify(looseInput(a)) === JSON.stringify(looseInput(b));
}
