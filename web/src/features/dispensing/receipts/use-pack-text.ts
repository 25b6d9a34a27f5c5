import type { DispensedLine } from '@yunzhen/shared/prescribing/dispensing-state.schemas';
import { useText } from '../../../core/i18n/index.ts';

/** Returns brand, batch and expiry of a dispensed line in the reader’s language; of a line from before these were asked for, the text as signed. */
export function usePackText() {
  const { t } = useText();
  return ({ pack, note }: Pick<DispensedLine, 'pack' | 'note'>): string => {
    if (!pack) return note;
    const { brand, batch, expires } = pack;
    return [brand, batch && t('receipts.batch', { batch }), expires && t('receipts.expires', { expires })]
      .filter(Boolean)
      .join(' · ');
  };
}
