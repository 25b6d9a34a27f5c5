import { useQuery } from '@pinia/colada';
import { listRecordExports } from '@yunzhen/shared/records/record-exports.contract';
import { api } from '../../core/api/index.ts';

/** Copies of the record that were asked for, the newest first, and how many may still be. */
export function useRecordExports() {
  return useQuery({
    key: ['record-export'],
    query: ({ signal }) => api.call(listRecordExports, { signal }),
  });
}
