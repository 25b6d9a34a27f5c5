import { useQuery } from '@pinia/colada';
import { countWork, listWork } from '@yunzhen/shared/visits/worklist.contract';
import { workKinds } from '@yunzhen/shared/visits/worklist.constants';
import { api } from '../../../core/api/index.ts';
import { useTable } from '../../../core/table/index.ts';

/** The doctor’s open tasks, longest waiting first. */
export const useWork = () => useTable(listWork, { key: ['work', 'list'], sorts: [], filters: { kind: workKinds } });

/** The tasks that have waited longest, as many as fit beside the queue. */
export const useOldestWork = () =>
  useQuery({
    key: ['work', 'oldest'],
    query: ({ signal }) => api.call(listWork, { query: { limit: 5 }, signal }),
  });

export const useWorkCount = () =>
  useQuery({ key: ['work', 'count'], query: ({ signal }) => api.call(countWork, { signal }) });
