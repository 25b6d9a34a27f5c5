import { toValue, type MaybeRefOrGetter } from 'vue';
import { useQuery } from '@pinia/colada';
import { readConsentText } from '@yunzhen/shared/directory/directory.contract';
import type { Locale } from '@yunzhen/shared/core/locale';
import { api } from '../../../core/api/index.ts';

/** The consent text in force. */
export function useConsentText(locale: MaybeRefOrGetter<Locale>) {
  return useQuery({
    key: () => ['consent-text', toValue(locale)],
    query: ({ signal }) => api.call(readConsentText, { query: { locale: toValue(locale) }, signal }),
    staleTime: 0,
  });
}
