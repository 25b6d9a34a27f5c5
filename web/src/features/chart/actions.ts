import { openByBreakGlass, findPatientExactly } from '@yunzhen/shared/chart/break-glass.contract';
import { addAllergy, addCondition, addMedicationStatement, printChart } from '@yunzhen/shared/chart/chart.contract';
import { decideEntry } from '@yunzhen/shared/chart/entry.contract';
import { addObservation, addPregnancyStatement } from '@yunzhen/shared/chart/observations.contract';
import type { DocumentCategory } from '@yunzhen/shared/chart/chart-entry';
import { nameChartDocument, readChartDocument, uploadChartDocument } from '@yunzhen/shared/chart/uploads.contract';
import { useMutation, useQueryCache } from '@pinia/colada';
import { api } from '../../core/api/index.ts';
import { upload } from '../../core/api/tab-upload.ts';
import { useCommand, useFile, type CommandHooks } from '../../core/commands/index.ts';
import { refreshQueries } from '../../core/realtime/index.ts';

const changes = [['chart']];

export const useAddAllergy = (hooks?: CommandHooks<typeof addAllergy>) => useCommand(addAllergy, { changes, ...hooks });

export const useAddCondition = (hooks?: CommandHooks<typeof addCondition>) =>
  useCommand(addCondition, { changes, ...hooks });

export const useAddMedicationStatement = (hooks?: CommandHooks<typeof addMedicationStatement>) =>
  useCommand(addMedicationStatement, { changes, ...hooks });

export const useAddObservation = (hooks?: CommandHooks<typeof addObservation>) =>
  useCommand(addObservation, { changes, ...hooks });

export const useAddPregnancyStatement = (hooks?: CommandHooks<typeof addPregnancyStatement>) =>
  useCommand(addPregnancyStatement, { changes, ...hooks });

/** Confirms, resolves, reopens, refutes or retracts an entry. */
export const useDecideEntry = (hooks?: CommandHooks<typeof decideEntry>) =>
  useCommand(decideEntry, { changes, ...hooks });

export const useOpenByBreakGlass = (hooks?: CommandHooks<typeof openByBreakGlass>) =>
  useCommand(openByBreakGlass, { changes: ({ params }) => [['chart', params.patientId]], ...hooks });

/** Records that the chart is printed. */
export const usePrintChart = (hooks: CommandHooks<typeof printChart>) => useCommand(printChart, hooks);

/** A search that changes nothing but is audited, so it is sent as a command. */
export const useFindPatientExactly = () => useCommand(findPatientExactly);

interface NewDocument {
  patientId: string;
  /** Id for the chosen file, so that a retry after a lost answer creates no second document. */
  documentId: string;
  file: File;
  title: string;
  category: DocumentCategory;
}

/** Uploads the bytes of a document, then its title and category. */
export function useAddDocument(hooks: { onSuccess: () => void }) {
  const cache = useQueryCache();
  return useMutation<unknown, NewDocument, unknown>({
    async mutation({ patientId, documentId, file, ...body }) {
      const params = { patientId, documentId };
      const options = { signal: new AbortController().signal, onProgress: () => undefined };
      await upload(uploadChartDocument, { params, file }, options);
      await api.call(nameChartDocument, { params, body });
    },
    async onSuccess() {
      await refreshQueries(cache, ['chart']);
      hooks.onSuccess();
    },
  });
}

export const useDocumentFile = () => useFile(readChartDocument);
