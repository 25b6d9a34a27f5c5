import type { PersonNames } from '@yunzhen/shared/core/common';
import type { EntrySource } from '@yunzhen/shared/chart/chart-entry';
import { useText } from '../../core/i18n/index.ts';
import { nameInOrder } from '../../ui/index.ts';

/** Whose word an entry of the chart is: a person by the name that the reader reads, or else the kind of source; empty without either. */
export function useAuthor() {
  const { t, locale } = useText();
  return (author: PersonNames | null, source: EntrySource | null): string => {
    if (author) return nameInOrder(author.name, author.nameLatin, locale.value);
    return source ? t(`chart.source.${source}`) : '';
  };
}
