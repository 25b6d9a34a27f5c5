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
 * Completes the doctor’s lines with what the formulary says of each product and the plain-language instruction. A product that
 * is on the list no more is taken only in a line that named it before (`kept`); a rule then stands against the signature. Throws
 * `prescription.item-invalid` naming every line whose product is unknown or withdrawn, whose route the product is not made for, whose
 * dose is in a unit that the product can’t be given in, that is taken more than once an hour, whose steps or days of the week don’t fit, whose quantity is called calculated and is not, or whose id stands
 * twice.
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
    // The steps of a taper are in the unit of the first dose.
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
    throw new AppError('prescription.item-invalid', 'lines that can’t be prescribed', { fields: refused });
  return items;
}

function mayBeGivenIn({ unit, ingredients }: MedicineProduct, doseUnit: string): boolean {
  const perMl = ingredients.some(({ strength }) => strength.per === 'mL');
  return doseUnitsOf({ unit, perMl }).some((each) => each === doseUnit);
}

/** True when the quantity is what dose, timing and days come to, or nothing can be calculated from them. */
function isCalculated(input: PrescriptionItemInput): boolean {
  const calculated = quantityOf(input, input.quantity);
  return !calculated || positiveDecimalOf(input.quantity.value)?.eq(calculated.value) === true;
}
