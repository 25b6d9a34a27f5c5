import { useQuery } from '@pinia/colada';
import {
  listIntakeProgress,
  openIntakeDraft,
  readIntakeDraftPicture,
  readIntakePicture,
  type IntakeDraft,
} from '@yunzhen/shared/intake/intake.contract';
import { listProvenDiagnoses } from '@yunzhen/shared/chart/visit-basis.contract';
import { doneOf } from '@yunzhen/shared/intake/answers/steps';
import { api } from '../../core/api/index.ts';
import { fetchForm } from './form-store.ts';

/** The visit or appointment of a draft. */
export type DraftSubject = { visitId: string } | { appointmentId: string };

/** Returns the server’s draft after loading the form of its current step. */
export async function readIntakeDraft(of: DraftSubject, signal?: AbortSignal): Promise<IntakeDraft> {
  const read = await api.call(openIntakeDraft, { body: of, ...(signal && { signal }) });
  // Without a network the form is loaded once it is back (`useIntakeDraft`).
  if (read.content?.form) await fetchForm(read.content.form).catch(() => undefined);
  return read;
}

/** The server’s draft when the page opens. */
export function useFirstDraft(of: DraftSubject) {
  return useQuery({
    key: ['intake-draft', 'visitId' in of ? of.visitId : of.appointmentId],
    query: ({ signal }) => readIntakeDraft(of, signal),
    staleTime: 0,
  });
}

/** Progress of the patient’s answers by visit and appointment. Refetched every time, because it changes on other pages and devices. */
export function useIntakeProgress() {
  const drafts = useQuery({
    key: ['intake-draft', 'progress'],
    query: async ({ signal }) => (await api.call(listIntakeProgress, { signal })).items,
    staleTime: 0,
  });
  return {
    isPending: drafts.isPending,
    ofVisit: (id: string) => {
      const found = drafts.data.value?.find(({ visitId }) => visitId === id);
      return found && doneOf(found, false);
    },
    ofAppointment: (id: string) => {
      const found = drafts.data.value?.find(({ visitId, appointmentId }) => visitId === null && appointmentId === id);
      return found && doneOf(found, true);
    },
  };
}

/** Own visits in this hospital that prove a diagnosis, newest first. */
export function useProvenDiagnoses() {
  return useQuery({
    key: ['visit', 'proven-diagnoses'],
    query: async ({ signal }) => (await api.call(listProvenDiagnoses, { signal })).items,
  });
}

/** Fetches a picture of a visit. Each read is audited. */
export const fetchPicture = (visitId: string, pictureId: string) =>
  api.callFile(readIntakePicture, { params: { visitId, pictureId } });

export const fetchDraftPicture = (draftId: string, pictureId: string) =>
  api.callFile(readIntakeDraftPicture, { params: { draftId, pictureId } });
