import type { PriorEvidence, PriorEvidenceDraft } from '@yunzhen/shared/intake/prior-evidence.schemas';

/** Returns the evidence once it is complete; undefined until then, and for a patient without any. */
export function statedEvidence(draft: PriorEvidenceDraft | undefined): PriorEvidence | undefined {
  if (draft?.source === 'here' && draft.visitId) return { source: 'here', visitId: draft.visitId };
  const institution = draft?.institution.trim();
  if (draft?.source !== 'outside' || !institution || !draft.diagnosedOn) return undefined;
  return { source: 'outside', institution, diagnosedOn: draft.diagnosedOn };
}
