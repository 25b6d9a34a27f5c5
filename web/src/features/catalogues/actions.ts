import { useMutation } from '@pinia/colada';
import {
  activateHospitalList,
  cancelHospitalList,
  uploadHospitalList,
  type HospitalList,
  type ListKind,
} from '@yunzhen/shared/catalogues/hospital-lists.contract';
import type { listTypes } from '@yunzhen/shared/catalogues/hospital-lists.constants';
import { upload } from '../../core/api/tab-upload.ts';
import { useCommand } from '../../core/commands/index.ts';
import { useQueryRefresh } from '../../core/realtime/index.ts';

/** Activates a list, or (null) the built-in one. */
export const useActivateList = () => useCommand(activateHospitalList, { changes: [['list']] });

/** Cancels the import of a list. */
export const useCancelList = () => useCommand(cancelHospitalList, { changes: [['list']] });

function typeOf(name: string): (typeof listTypes)[number] {
  if (name.endsWith('.gz')) return 'application/gzip';
  return /\.(nd)?json$/.test(name) ? 'application/fhir+json' : 'text/csv';
}

/** Uploads a file as a list of this kind. The server imports it in the background. */
export function useUploadList(kind: () => ListKind, onSettled: () => unknown) {
  const refresh = useQueryRefresh();
  return useMutation<HospitalList, File, unknown>({
    mutation(file) {
      const type = typeOf(file.name);
      return upload(
        uploadHospitalList,
        {
          params: { kind: kind(), listId: crypto.randomUUID() },
          query: { fileName: file.name.slice(-120) },
          file: new Blob([file], { type }),
        },
        { signal: new AbortController().signal, onProgress: () => undefined },
      );
    },
    async onSettled() {
      await refresh(['list']);
      await onSettled();
    },
  });
}
