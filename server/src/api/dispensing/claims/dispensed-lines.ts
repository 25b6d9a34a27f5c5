import type { BodyOf } from '@yunzhen/shared/core/route';
import type { dispense } from '@yunzhen/shared/dispensing/dispensing.contract';
import type { DispensedLine } from '@yunzhen/shared/prescribing/dispensing-state.schemas';
import { fitsRemaining, hasExpired, type QuantityState } from '@yunzhen/shared/dispensing/dispensing';
import { AppError } from '@yunzhen/shared/core/errors';
import type { PrescriptionRow } from '../../prescribing/index.ts';
import { medicineForms, strengthText, type MedicineProduct } from '../../catalogues/index.ts';
import { packOf, packText } from './pack-text.ts';

type AskedLine = BodyOf<typeof dispense>['lines'][number];

/**
 * Returns the lines of a receipt. Throws `dispensing.too-much` beyond what remains, `dispensing.pack-expired` for a pack that has expired today, and
 * `dispensing.substitution-refused` unless the line allows substitution and the substitute was offered.
 */
export function dispensedLines(
  row: Pick<PrescriptionRow, 'items'>,
  states: readonly QuantityState[],
  asked: readonly AskedLine[],
  substitutes: (productId: string) => MedicineProduct[],
  today: string,
): DispensedLine[] {
  if (new Set(asked.map(({ itemId }) => itemId)).size !== asked.length)
    throw new AppError('validation.failed', 'prescription item appears twice', {
      fields: [{ path: 'lines', rule: 'duplicate' }],
    });
  return asked.map((line) => {
    const { itemId, quantity, substituteId } = line;
    const item = row.items.find(({ id }) => id === itemId);
    const state = states.find((entry) => entry.itemId === itemId);
    if (!item || !state) throw new AppError('resource.not-found', 'prescription item not found');
    if (!fitsRemaining(state, quantity))
      throw new AppError('dispensing.too-much', 'quantity is more than remains to dispense', {
        facts: { remaining: state.remaining },
      });
    if (hasExpired(line.expires, today)) throw new AppError('dispensing.pack-expired', 'pack has expired');
    const pack = packOf(line);
    const given =
      substituteId !== null && item.substitutionAllowed
        ? substitutes(item.productId).find(({ id }) => id === substituteId)
        : undefined;
    if (substituteId !== null && !given)
      throw new AppError('dispensing.substitution-refused', 'medicines are not interchangeable');
    return {
      itemId,
      quantity,
      unit: given?.unit ?? item.quantity.unit,
      productName: given?.name ?? item.productName,
      strength: given ? strengthText(given) : item.strength,
      form: given ? medicineForms[given.form] : item.form,
      substituted: given !== undefined,
      note: packText(pack),
      pack,
    };
  });
}
