import { useMutation } from '@pinia/colada';
import {
  checkStaffFile,
  exportStaff,
  importStaff,
  type StaffFileReport,
} from '@yunzhen/shared/directory/staff-file.contract';
import type { Locale } from '@yunzhen/shared/core/locale';
import { api } from '../../../core/api/index.ts';
import { useCommand, withConfirmation, type CommandHooks } from '../../../core/commands/index.ts';
import { offerFile } from '../../../ui/index.ts';

/** Checks a staff file; nothing is stored. */
export const useCheckStaffFile = () =>
  useMutation<StaffFileReport, { file: File; locale: Locale }, unknown>({
    mutation: ({ file, locale }) =>
      api.call(checkStaffFile, { query: { locale }, file: new Blob([file], { type: 'text/csv' }) }),
  });

/** Invites everyone of a checked file. */
export const useImportStaff = (hooks?: CommandHooks<typeof importStaff>) =>
  useCommand(importStaff, { changes: [['staff']], ...hooks });

/** Exports staff as a CSV file with the columns of the import. */
export const useExportStaff = () =>
  useMutation({
    async mutation(locale: Locale) {
      offerFile(
        await withConfirmation(exportStaff, () => api.callFile(exportStaff, { query: { locale } })),
        'staff.csv',
      );
    },
  });
