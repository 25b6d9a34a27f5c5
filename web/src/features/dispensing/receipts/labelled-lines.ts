import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { SignedReceipt } from '@yunzhen/shared/dispensing/receipts.contract';
import type { CorrectedLine } from '@yunzhen/shared/prescribing/dispensing-state.schemas';

export type LabelledLine = CorrectedLine & { instruction: LocalizedText };

/** Returns what a label is needed for: what was really dispensed, after corrections, with the patient’s instructions. */
export function labelledLines({ receipt, items }: Pick<SignedReceipt, 'receipt' | 'items'>): LabelledLine[] {
  const lines = receipt.corrections.at(-1)?.lines ?? receipt.lines;
  return lines
    .filter(({ quantity }) => Number(quantity) > 0)
    .flatMap((line) => {
      const item = items.find(({ itemId }) => itemId === line.itemId);
      return item ? [{ ...line, instruction: item.instruction }] : [];
    });
}
