import type { BodyOf } from '@yunzhen/shared/core/route';
import { AppError } from '@yunzhen/shared/core/errors';
import type { correctDispense } from '@yunzhen/shared/dispensing/dispensing.contract';
import { fitsCorrection, sameQuantity, type QuantityState } from '@yunzhen/shared/dispensing/dispensing';
import type { CorrectedLine } from '@yunzhen/shared/prescribing/dispensing-state.schemas';
import type { DispenseRow, ShownCorrection } from './claim.repository.ts';
import { packOf, packText } from './pack-text.ts';

type AskedLine = BodyOf<typeof correctDispense>['lines'][number];

/** Returns what was really dispensed: the last correction, or the receipt. */
export const effectiveLines = ({ lines, corrections }: Pick<DispenseRow, 'lines' | 'corrections'>) =>
  corrections.at(-1)?.lines ?? lines;

/**
 * Returns the lines of a correction. Throws `dispensing.quantity-final` for another quantity once the claim has ended, because the rest may be
 * elsewhere by then, and `dispensing.too-much` beyond what was prescribed.
 */
export function correctedLines(
  given: Pick<DispenseRow, 'lines' | 'corrections'>,
  states: readonly QuantityState[],
  asked: readonly AskedLine[],
  open: boolean,
): CorrectedLine[] {
  const lines = effectiveLines(given);
  if (asked.map(({ itemId }) => itemId).join() !== lines.map(({ itemId }) => itemId).join())
    throw new AppError('validation.failed', 'a correction has the lines of its receipt', {
      fields: [{ path: 'lines', rule: 'not-allowed' }],
    });
  return lines.flatMap((line, at) => {
    const state = states.find(({ itemId }) => itemId === line.itemId);
    const now = asked[at];
    if (!state || !now) return [];
    if (!open && !sameQuantity(line.quantity, now.quantity))
      throw new AppError('dispensing.quantity-final', 'claim has ended, quantities are final');
    if (!fitsCorrection(state, line.quantity, now.quantity))
      throw new AppError('dispensing.too-much', 'quantity is more than was prescribed', {
        facts: { remaining: state.remaining },
      });
    const pack = packOf(now);
    return [{ ...line, quantity: now.quantity, note: packText(pack), pack }];
  });
}

/** Throws `resource.conflict` unless this is the same correction again. */
export function assertSameCorrection(earlier: ShownCorrection, asked: BodyOf<typeof correctDispense>): void {
  const same =
    earlier.reason === asked.reason &&
    earlier.text === asked.text &&
    earlier.lines.length === asked.lines.length &&
    earlier.lines.every((line, at) => {
      const now = asked.lines[at];
      return now?.itemId === line.itemId && now.quantity === line.quantity && packText(packOf(now)) === line.note;
    });
  if (!same) throw new AppError('resource.conflict', 'id belongs to another correction');
}
