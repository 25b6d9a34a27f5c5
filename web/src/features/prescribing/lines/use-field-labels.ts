import { punctuationOf } from '@yunzhen/shared/core/locale';
import { useText } from '../../../core/i18n/index.ts';
import type { LineField } from './line-draft.ts';

/** Returns the names of a line’s fields, joined as a list in the reader’s language. */
export function useFieldLabels() {
  const { t, locale } = useText();
  return (fields: readonly LineField[]) =>
    fields.map((field) => t(`workbench.prescription.${field}`)).join(punctuationOf(locale.value).list);
}
