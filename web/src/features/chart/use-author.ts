import type { PersonNames } from '@yunzhen/shared/core/common';
import type { EntrySource } from '@yunzhen/shared/chart/chart-entry';
import { useText } from '../../core/i18n/index.ts';
import { nameInOrder } from '../../ui/index.ts';

/** Returns the source of a chart entry: a person by name in the reader’s order, or else the kind of source; empty without either. */
export function useAuthor() {
  const { t, locale } = useText();
  return (author: PersonNames | null, source: EntrySource | null): string => {
    if (author) return nameInOrder(author.name, author.nameLatin, locale.value);
    return source ? t(`chart.source.${source}`) : '';
  };
}
