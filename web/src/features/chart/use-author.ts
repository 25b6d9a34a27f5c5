import type { PersonNames } from '@yunzhen/shared/core/common';
import type { EntrySource } from '@yunzhen/shared/chart/chart-entry';
import { useText } from '../../core/i18n/index.ts';
import { useNames } from '../../ui/index.ts';

/** Returns the source of a chart entry: a person by name in the reader’s order, or else the kind of source, “by you” on the own chart; empty without either. */
export function useAuthor() {
  const { t } = useText();
  const { personName } = useNames();
  return (author: PersonNames | null, source: EntrySource | null, own = false): string => {
    if (author) return personName(author);
    if (own && source === 'patient') return t('chart.byYou');
    return source ? t(`chart.source.${source}`) : '';
  };
}
