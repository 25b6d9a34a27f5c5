import { toValue, type MaybeRefOrGetter } from 'vue';
import { useQuery } from '@pinia/colada';
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
