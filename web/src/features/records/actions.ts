import {
  askForRecordExport,
  cancelRecordExport,
  makeExportLink,
} from '@yunzhen/shared/records/record-exports.contract';
import { useQueryCache } from '@pinia/colada';
import { useCommand } from '../../core/commands/index.ts';
import { refreshQueries } from '../../core/realtime/index.ts';

const changes = [['record-export']];

/** Refetches the list also when the answer was lost: a copy in it shows that the request was received. */
export function useAskForRecordExport() {
  const cache = useQueryCache();
  return useCommand(askForRecordExport, { changes, onError: () => void refreshQueries(cache, ['record-export']) });
}

/** Cancels a copy in progress, or deletes one. */
export const useCancelRecordExport = () => useCommand(cancelRecordExport, { changes });

export const useMakeExportLink = () => useCommand(makeExportLink, { changes });
