import { useQuery } from '@pinia/colada';
import { listDepartments, listDoctors } from '@yunzhen/shared/directory/directory.contract';
import { readPause } from '@yunzhen/shared/visits/pauses.contract';
import { api } from '../../../core/api/index.ts';
import { keys } from '../queries.ts';

/** The doctor’s own pause. */
export const usePause = () => useQuery({ key: keys.pause, query: ({ signal }) => api.call(readPause, { signal }) });

/** Doctors on duty to whom a patient can be handed over, and the departments. */
export function useColleagues(enabled: () => boolean) {
  const colleagues = useQuery({
    key: ['duty', 'colleagues'],
    query: async ({ signal }) => (await api.call(listDoctors, { query: { onDuty: 'true' }, signal })).items,
    enabled,
  });
  const departments = useQuery({
    key: ['duty', 'departments'],
    query: async ({ signal }) => (await api.call(listDepartments, { signal })).items,
    enabled,
  });
  return { colleagues, departments };
}
