import { toValue, type MaybeRefOrGetter } from 'vue';
import { useQuery } from '@pinia/colada';
import { listDoctors } from '@yunzhen/shared/directory/directory.contract';
import { listOtherTimes } from '@yunzhen/shared/scheduling/doctor-changes.contract';
import { api } from '../../../../core/api/index.ts';

/** Times of other doctors of the department, for an appointment whose doctor has left. */
export function useOtherTimes(appointmentId: MaybeRefOrGetter<string>) {
  return useQuery({
    // Under a key that changes with every booking of the department.
    key: () => ['schedule', 'other-times', toValue(appointmentId)],
    query: async ({ signal }) =>
      (await api.call(listOtherTimes, { params: { appointmentId: toValue(appointmentId) }, signal })).items,
  });
}

/** Prices of booked visits in a department, by doctor. */
export function useBookedPrices(departmentId: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => ['duty', 'doctors', 'booked-prices', toValue(departmentId)],
    query: async ({ signal }) => {
      const { items } = await api.call(listDoctors, { query: { departmentId: toValue(departmentId) }, signal });
      return new Map(items.map(({ id, price }) => [id, price.booked]));
    },
  });
}
