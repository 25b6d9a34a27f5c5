import { useQuery } from '@pinia/colada';
import { listRecordExports } from '@yunzhen/shared/records/record-exports.contract';
import { api } from '../../core/api/index.ts';

/** Requested copies of the record, newest first, and how many more are allowed. */
export function useRecordExports() {
  return useQuery({
    key: ['record-export'],
    query: ({ signal }) => api.call(listRecordExports, { signal }),
  });
}
