import { useQuery } from '@pinia/colada';
import {
  listIntakeProgress,
  openIntakeDraft,
  readIntakeDraftPicture,
  readIntakePicture,
  type IntakeDraft,
} from '@yunzhen/shared/intake/intake.contract';
import { doneOf } from '@yunzhen/shared/intake/answers/steps';
import { api } from '../../core/api/index.ts';
import { fetchForm } from './form-store.ts';

/** What a draft is about. */
export type DraftSubject = { visitId: string } | { appointmentId: string };

/** The hospital’s draft, once the questions that it stands at are there too. */
export async function readIntakeDraft(of: DraftSubject, signal?: AbortSignal): Promise<IntakeDraft> {
  const read = await api.call(openIntakeDraft, { body: of, ...(signal && { signal }) });
  // Whoever can’t be given them now gets them as soon as the line is back (`useIntakeDraft`).
  if (read.content?.form) await fetchForm(read.content.form).catch(() => undefined);
  return read;
}

/** The hospital’s draft, as the page begins. */
export function useFirstDraft(of: DraftSubject) {
  return useQuery({
    key: ['intake-draft', 'visitId' in of ? of.visitId : of.appointmentId],
    query: ({ signal }) => readIntakeDraft(of, signal),
    staleTime: 0,
  });
}

/** How far one’s own answers have come, by visit and by appointment. Fetched each time: it grows on other pages and devices. */
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

/** A picture of a visit. Each reading is audited. */
export const fetchPicture = (visitId: string, pictureId: string) =>
  api.callFile(readIntakePicture, { params: { visitId, pictureId } });

export const fetchDraftPicture = (draftId: string, pictureId: string) =>
  api.callFile(readIntakeDraftPicture, { params: { draftId, pictureId } });
