import type { IntakeDraftContent } from '@yunzhen/shared/intake/intake-draft.schemas';
import { intakeCatalogue } from '@yunzhen/shared/intake/forms/form-catalogue';
import type { Intake } from '@yunzhen/shared/visits/visits.contract';
import type { Tx } from '../../platform/db/transaction.ts';
import type { DraftsRepository } from './drafts.repository.ts';

/**
 * Copies the answers given at check-in to a draft for the same appointment at another time. Pictures stay with the earlier visit, so their questions
 * are asked again, and so is evidence of another institution, which is nothing without its pages.
 */
export function carryAnswersOver(drafts: DraftsRepository) {
  return async (
    tx: Tx,
    { patientId, appointmentId, intake }: { patientId: string; appointmentId: string; intake: Intake },
  ): Promise<void> => {
    await drafts.begin(tx, { patientId, visitId: null, appointmentId });
    const draft = await drafts.ofAppointment(tx, appointmentId);
    if (draft?.version !== 0) return;
    const { duration, priorDiagnosis, priorDiagnosisDetail, priorEvidence, form: given } = intake;
    const form = given && intakeCatalogue.find(given.id, given.version);
    const pictures = new Set((form?.questions ?? []).filter(({ kind }) => kind === 'pictures').map(({ id }) => id));
    const answers = Object.entries(given?.answers ?? {}).filter(([id]) => !pictures.has(id));
    const content: IntakeDraftContent = {
      step: 'consent',
      question: null,
      consent: null,
      dismissedFlags: [],
      duration,
      priorDiagnosis,
      priorDiagnosisDetail,
      ...(priorEvidence?.source === 'here' && {
        priorEvidence: { ...priorEvidence, institution: '', diagnosedOn: null },
      }),
      form: given ? { id: given.id, version: given.version } : null,
      answers: Object.fromEntries(answers),
    };
    await drafts.save(tx, draft.id, 1, content);
  };
}
