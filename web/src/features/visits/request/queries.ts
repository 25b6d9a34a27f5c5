import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { useQuery } from '@pinia/colada';
import { listDoctors, type DoctorSort } from '@yunzhen/shared/directory/directory.contract';
import { findDangerSigns } from '@yunzhen/shared/visits/danger-signs.contract';
import { api } from '../../../core/api/index.ts';

// The first part of a key is the entity of the record socket: a change of that entity refetches the query.

export interface DoctorWishes {
  language: string;
  freeToday: boolean;
  sort: DoctorSort;
}

export function useDoctorsOf(departmentId: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => ['duty', 'doctors', toValue(departmentId), ''],
    query: async ({ signal }) =>
      (await api.call(listDoctors, { query: { departmentId: toValue(departmentId) }, signal })).items,
  });
}

/** Doctors of a department by the patient’s search and filters. */
export function useDoctorChoices(
  departmentId: MaybeRefOrGetter<string>,
  q: MaybeRefOrGetter<string>,
  wishes: MaybeRefOrGetter<DoctorWishes>,
) {
  return useQuery({
    key: () => ['duty', 'doctors', toValue(departmentId), toValue(q), { ...toValue(wishes) }],
    query: async ({ signal }) => {
      const { language, freeToday, sort } = toValue(wishes);
      const narrowed = { language: language || undefined, freeToday: freeToday ? ('true' as const) : undefined, sort };
      const query = { departmentId: toValue(departmentId), q: toValue(q), ...narrowed };
      return (await api.call(listDoctors, { query, signal })).items;
    },
    // While a search runs the last answer stays, so that the layout does not jump.
    placeholderData: (previous) => previous,
  });
}

/** Returns whether the text may be part of a doctor’s name. */
export function isNameLike(typed: string): boolean {
  const name = typed.trim();
  return name.length > 1 || /^\p{Script=Han}$/u.test(name);
}

/** Doctors of all departments by name. */
export function useDoctorsNamed(name: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => ['duty', 'doctors', 'by-name', toValue(name)],
    // One Chinese character is a surname; one Latin letter occurs in nearly every name.
    enabled: () => isNameLike(toValue(name)),
    query: async ({ signal }) => (await api.call(listDoctors, { query: { q: toValue(name) }, signal })).items,
  });
}

const longestSearch = 200;

/** Danger signs in the searched text; empty until the server has answered, and without a network. The server checks every request again. */
export function useDangerSigns(words: MaybeRefOrGetter<string>) {
  const text = computed(() => toValue(words).trim().slice(0, longestSearch));
  const { data } = useQuery({
    key: () => ['danger-signs', text.value],
    enabled: () => text.value !== '',
    query: ({ signal }) => api.call(findDangerSigns, { body: { text: text.value }, signal }),
  });
  return computed(() => (text.value === '' ? [] : (data.value?.flags ?? [])));
}
