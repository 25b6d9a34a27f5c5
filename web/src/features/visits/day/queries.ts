import { toValue, type MaybeRefOrGetter } from 'vue';
import { useQuery } from '@pinia/colada';
import { readDay } from '@yunzhen/shared/visits/day.contract';
import { api } from '../../../core/api/index.ts';

/** The doctor’s day; an empty `day` means the hospital’s today. */
export function useDay(day: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => ['schedule', 'day', toValue(day)],
    query: ({ signal }) => api.call(readDay, { query: { day: toValue(day) || undefined }, signal }),
    placeholderData: (previous) => previous,
  });
}
