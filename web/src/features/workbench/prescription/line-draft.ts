import {
  prescriptionItemInput,
  type MedicineHit,
  type PrescriptionItem,
  type PrescriptionItemInput,
} from '@yunzhen/shared/contract/prescribing';
import { quantityOf, type CourseQuantity } from '@yunzhen/shared/domain/course';
import { instructionText } from '@yunzhen/shared/domain/instruction';
import type { LocalizedText } from '@yunzhen/shared/domain/locale';
import { notChosen, timingOf, type Frequency } from './frequency.ts';

/** What a line says of its medicine, so that it can be shown before the hospital has seen it. */
export interface LineProduct {
  readonly id: string;
  readonly name: LocalizedText;
  readonly strength: string;
  readonly form: LocalizedText;
  /** What is counted at the counter. */
  readonly unit: string;
}

/** A line as it is being written: any figure may be missing yet. */
export interface LineDraft {
  readonly id: string;
  readonly product: LineProduct;
  readonly dose: { readonly value: string; readonly unit: string };
  readonly route: PrescriptionItemInput['route'];
  readonly often: Frequency;
  readonly when: PrescriptionItemInput['timing']['when'];
  readonly days: number | null;
  readonly asNeeded: { readonly reason: string; readonly maxPerDay: number | null } | null;
  readonly quantity: { readonly value: string; readonly manual: boolean };
  readonly note: string;
  readonly substitutionAllowed: boolean;
}

export type UsualSig = MedicineHit['usualSigs'][number];

/** A line to begin with, and the usual doses to offer beside it. */
export interface NewLine {
  readonly line: LineDraft;
  readonly sigs: readonly UsualSig[];
}

/** A new line. Nothing is chosen for the doctor but what the product itself says: its route and its unit. */
export function lineOfHit(hit: MedicineHit, id: string): LineDraft {
  return {
    id,
    product: { id: hit.productId, name: hit.name, strength: hit.strength, form: hit.form, unit: hit.unit },
    dose: { value: '', unit: hit.usualSigs[0]?.dose.unit ?? hit.unit },
    route: hit.route,
    often: notChosen,
    when: null,
    days: null,
    asNeeded: null,
    quantity: { value: '', manual: false },
    note: '',
    substitutionAllowed: true,
  };
}

/** The line with a usual dose taken over. What the doctor wrote as reason or quantity by hand stays. */
export function withSig(line: LineDraft, sig: UsualSig): LineDraft {
  const { frequency, period, periodUnit, when } = sig.timing;
  return withQuantity({
    ...line,
    dose: sig.dose,
    often: { frequency, period, periodUnit },
    when,
    days: sig.durationDays,
    asNeeded: sig.asNeeded ? (line.asNeeded ?? { reason: '', maxPerDay: null }) : null,
  });
}

/** A line of the record as a line to be written on. */
export function lineOfItem(item: PrescriptionItem, id: string = item.id): LineDraft {
  const { frequency, period, periodUnit, when } = item.timing;
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
    often: { frequency, period, periodUnit },
    when,
    days: item.durationDays,
    asNeeded: item.asNeeded,
    quantity: { value: item.quantity.value, manual: item.quantity.manual },
    note: item.note,
    substitutionAllowed: item.substitutionAllowed,
  };
}

/** The quantity that the course comes to; undefined where it can't be known (as needed, other units, figures missing). */
export function calculatedQuantity(line: LineDraft): CourseQuantity | undefined {
  const timing = timingOf(line.often, line.when);
  if (!timing || line.days === null || line.asNeeded) return undefined;
  return quantityOf({ dose: line.dose, timing, durationDays: line.days, asNeeded: null }, line.product);
}

/** The line with its quantity following dose and days, unless it was set by hand. */
export function withQuantity(line: LineDraft): LineDraft {
  if (line.quantity.manual) return line;
  return { ...line, quantity: { value: calculatedQuantity(line)?.value ?? '', manual: false } };
}

/** The line with the calculated quantity instead of the one set by hand. */
export function withCalculatedQuantity(line: LineDraft): LineDraft {
  return withQuantity({ ...line, quantity: { ...line.quantity, manual: false } });
}

export type LineField =
  'dose' | 'often' | 'days' | 'quantity' | 'reason' | 'maxPerDay' | 'note' | 'route' | 'unit' | 'product';

/** Fields that keep the line from being saved, in the order in which they stand on the page. */
export function missingFields(line: LineDraft): LineField[] {
  const result = prescriptionItemInput.safeParse(looseInput(line));
  if (result.success) return [];
  return [...new Set(result.error.issues.map(({ path }) => fieldOfPath(path.map(String))))];
}

/** The line as the contract wants it; undefined while a figure is missing. */
export function inputOf(line: LineDraft): PrescriptionItemInput | undefined {
  const result = prescriptionItemInput.safeParse(looseInput(line));
  return result.success ? result.data : undefined;
}

/** The field of the editor that a path of the contract, such as `dose.value` or `timing.period`, stands in. */
export function fieldOfPath([first, second]: readonly string[]): LineField {
  switch (first) {
    case 'dose':
      return second === 'unit' ? 'unit' : 'dose';
    case 'timing':
      return 'often';
    case 'durationDays':
      return 'days';
    case 'asNeeded':
      return second === 'maxPerDay' ? 'maxPerDay' : 'reason';
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
  return {
    id: line.id,
    productId: line.product.id,
    dose: { value: line.dose.value, unit: line.dose.unit },
    route: line.route,
    timing: { ...line.often, when: line.when },
    durationDays: line.days,
    asNeeded: line.asNeeded && { reason: line.asNeeded.reason, maxPerDay: line.asNeeded.maxPerDay },
    quantity: { value: line.quantity.value, unit: line.product.unit, manual: line.quantity.manual },
    note: line.note,
    substitutionAllowed: line.substitutionAllowed,
  };
}

/** What the patient will read, in both languages, once the line is whole enough to say it. */
export function instructionOf(line: LineDraft): LocalizedText | undefined {
  const timing = timingOf(line.often, line.when);
  const { dose, days, route, asNeeded } = line;
  if (!timing || days === null || dose.value === '' || (asNeeded && asNeeded.maxPerDay === null)) return undefined;
  return instructionText({
    dose,
    timing,
    durationDays: days,
    route,
    asNeeded: asNeeded && asNeeded.maxPerDay !== null ? { ...asNeeded, maxPerDay: asNeeded.maxPerDay } : null,
  });
}

/** True when both would be saved the same; how the medicine is called does not count. */
export function sameLines(a: readonly LineDraft[], b: readonly LineDraft[]): boolean {
  return a.length === b.length && a.every((line, index) => isSameLine(line, b[index]));
}

function isSameLine(a: LineDraft, b: LineDraft | undefined): boolean {
  return b !== undefined && JSON.stringify(looseInput(a)) === JSON.stringify(looseInput(b));
}
