import type { PrescriptionItem, PrescriptionItemInput } from '@yunzhen/shared/prescribing/prescribing.contract';
import { AppError, type FieldError } from '@yunzhen/shared/core/errors';
import { doseSteps, dosesOnFullestDay, quantityOf, stepsFit } from '@yunzhen/shared/prescribing/dose/course';
import { positiveDecimalOf } from '@yunzhen/shared/prescribing/dose/dose';
import { instructionText } from '@yunzhen/shared/prescribing/dose/instruction';
import { doseUnitsOf } from '@yunzhen/shared/prescribing/dose/dose-units';
import { weekdaysFit } from '@yunzhen/shared/prescribing/dose/timing';
import { type Formulary, medicineForms, strengthText, type MedicineProduct } from '../../catalogues/index.ts';

const maxDosesADay = 24;

/**
 * Adds formulary names and the plain-language instruction to the doctor’s lines. Accepts a withdrawn product only in a line that already named it
 * (`kept`); a rule then blocks the signature. Throws `prescription.item-invalid` with every invalid field: product, route, dose unit, frequency above
 * once an hour, steps, weekdays, quantity, duplicate id.
 */
export function wordItems(
  formulary: Formulary,
  inputs: readonly PrescriptionItemInput[],
  kept: readonly Pick<PrescriptionItem, 'id' | 'productId'>[] = [],
): PrescriptionItem[] {
  const refused: FieldError[] = [];
  const seen = new Set<string>();
  const items = inputs.flatMap((input, index) => {
    const at = (field: string, rule: string) => refused.push({ path: `items.${index}.${field}`, rule });
    const product = formulary.product(input.productId);
    if (seen.has(input.id)) at('id', 'duplicate');
    seen.add(input.id);
    doseSteps(input).forEach(({ timing }, step) => {
      const path = step === 0 ? 'timing' : `steps.${step - 1}.timing`;
      if (dosesOnFullestDay(timing, null).gt(maxDosesADay)) at(`${path}.frequency`, 'too-large');
      if (!weekdaysFit(timing)) at(`${path}.weekdays`, 'not-allowed');
    });
    if (!stepsFit(input)) at('steps', 'not-allowed');
    if (!product) {
      at('productId', 'unknown');
      return [];
    }
    const before = kept.some(({ id, productId }) => id === input.id && productId === input.productId);
    if (!before && !formulary.mayBePrescribed(input.productId)) at('productId', 'withdrawn');
    if (!product.routes.includes(input.route)) at('route', 'not-allowed');
    // The steps of a taper use the unit of the first dose.
    if (!mayBeGivenIn(product, input.dose.unit)) at('dose.unit', 'not-allowed');
    if (input.quantity.unit !== product.unit) at('quantity.unit', 'not-allowed');
    else if (!input.quantity.manual && !isCalculated(input)) at('quantity.value', 'not-calculated');
    return [
      {
        ...input,
        productName: product.name,
        strength: strengthText(product),
        form: medicineForms[product.form],
        instruction: instructionText(input),
      },
    ];
  });
  if (refused.length > 0)
    throw new AppError('prescription.item-invalid', 'prescription items are not valid', { fields: refused });
  return items;
}

function mayBeGivenIn({ unit, ingredients }: MedicineProduct, doseUnit: string): boolean {
  const perMl = ingredients.some(({ strength }) => strength.per === 'mL');
  return doseUnitsOf({ unit, perMl }).some((each) => each === doseUnit);
}

/** Returns true when the quantity equals the amount calculated from dose, timing and days, or when it can't be calculated. */
function isCalculated(input: PrescriptionItemInput): boolean {
  const calculated = quantityOf(input, input.quantity);
  return !calculated || positiveDecimalOf(input.quantity.value)?.eq(calculated.value) === true;
}
