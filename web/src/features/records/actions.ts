import {
  askForRecordExport,
  cancelRecordExport,
  makeExportLink,
} from '@yunzhen/shared/records/record-exports.contract';
import { useQueryCache } from '@pinia/colada';
import { useCommand } from '../../core/commands/index.ts';
import { refreshQueries } from '../../core/realtime/index.ts';

const changes = [['record-export']];

/** The list is fetched also when the answer was lost: the copy that stands there then was asked for. */
export function useAskForRecordExport() {
  const cache = useQueryCache();
  return useCommand(askForRecordExport, { changes, onError: () => void refreshQueries(cache, ['record-export']) });
}

/** Stops a copy that is being made, or deletes one. */
export const useCancelRecordExport = () => useCommand(cancelRecordExport, { changes });

export const useMakeExportLink = () => useCommand(makeExportLink, { changes });
