import { useQuery } from '@pinia/colada';
import { countWork, listWork } from '@yunzhen/shared/visits/worklist.contract';
import { workKinds } from '@yunzhen/shared/visits/worklist.constants';
import { api } from '../../../core/api/index.ts';
import { useTable } from '../../../core/table/index.ts';

/** The doctor’s open tasks, longest waiting first. */
export const useWork = () => useTable(listWork, { key: ['work', 'list'], sorts: [], filters: { kind: workKinds } });

export const useWorkCount = () =>
  useQuery({ key: ['work', 'count'], query: ({ signal }) => api.call(countWork, { signal }) });
