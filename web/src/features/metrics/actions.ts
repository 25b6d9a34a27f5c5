import { useMutation } from '@pinia/colada';
import { exportBreakdown, exportFigures } from '@yunzhen/shared/metrics/figures.contract';
import { addFigureNote, removeFigureNote } from '@yunzhen/shared/metrics/notes.contract';
import { readReport } from '@yunzhen/shared/metrics/report.contract';
import type { QueryInputOf } from '@yunzhen/shared/core/route';
import { api } from '../../core/api/index.ts';
import { useCommand, withConfirmation, type CommandHooks } from '../../core/commands/index.ts';
import { offerFile } from '../../ui/index.ts';

/** Exports the figures as a CSV file. */
export const useExportFigures = () =>
  useMutation({
    async mutation(query: QueryInputOf<typeof exportFigures>) {
      const file = await withConfirmation(exportFigures, () => api.callFile(exportFigures, { query }));
      offerFile(file, `figures-${query.from}-${query.to}.csv`);
    },
  });

/** Prints a report of the same days. */
export const usePrintReport = () =>
  useMutation({
    async mutation(query: QueryInputOf<typeof readReport>) {
      const file = await withConfirmation(readReport, () => api.callFile(readReport, { query }));
      offerFile(file, `figures-${query.from}-${query.to}.pdf`);
    },
  });

/** Exports the table of departments or doctors as a CSV file. */
export const useExportBreakdown = () =>
  useMutation({
    async mutation(query: QueryInputOf<typeof exportBreakdown>) {
      const file = await withConfirmation(exportBreakdown, () => api.callFile(exportBreakdown, { query }));
      offerFile(file, `figures-${query.by}-${query.from}-${query.to}.csv`);
    },
  });

const notes = [['figure-pages', 'notes']] as const;

export const useAddFigureNote = (hooks?: CommandHooks<typeof addFigureNote>) =>
  useCommand(addFigureNote, { changes: notes, ...hooks });

export const useRemoveFigureNote = (hooks?: CommandHooks<typeof removeFigureNote>) =>
  useCommand(removeFigureNote, { changes: notes, ...hooks });
