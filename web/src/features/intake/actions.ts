import {
  addAllergy,
  addMedicationStatement,
  retractAllergy,
  retractMedicationStatement,
  stateNoAllergies,
} from '@yunzhen/shared/chart/chart.contract';
import { removeIntakePicture, saveIntakeDraft, uploadIntakePicture } from '@yunzhen/shared/intake/intake.contract';
import type { IntakeDraftContent } from '@yunzhen/shared/intake/intake-draft.schemas';
import { api } from '../../core/api/index.ts';
import { upload } from '../../core/api/tab-upload.ts';
import { useCommand, type CommandHooks } from '../../core/commands/index.ts';

const chart = { changes: [['chart']] };

export const useAddAllergy = (hooks?: CommandHooks<typeof addAllergy>) =>
  useCommand(addAllergy, { ...chart, ...hooks });
export const useRetractAllergy = () => useCommand(retractAllergy, chart);
export const useStateNoAllergies = () => useCommand(stateNoAllergies, chart);

export const useAddMedicine = (hooks?: CommandHooks<typeof addMedicationStatement>) =>
  useCommand(addMedicationStatement, { ...chart, ...hooks });
export const useRetractMedicine = () => useCommand(retractMedicationStatement, chart);

export const useRemovePicture = () => useCommand(removeIntakePicture);

/** Uploads with progress, which `fetch` cannot report. */
export const uploadPicture = (
  params: { draftId: string; pictureId: string },
  question: string,
  file: Blob,
  options: Parameters<typeof upload>[2],
) => upload(uploadIntakePicture, { params, query: { question }, file }, options);

/** For autosave, which stores what could not be saved. */
export const saveDraft = (draftId: string, body: IntakeDraftContent, ifMatch: number) =>
  api.call(saveIntakeDraft, { params: { draftId }, body, ifMatch });
