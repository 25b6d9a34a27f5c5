import { computed } from 'vue';
import { useQuery } from '@pinia/colada';
import { followUpDutyOf } from '@yunzhen/shared/chart/visit-basis';
import { readVisitBasis, stateVisitBasis } from '@yunzhen/shared/chart/visit-basis.contract';
import { api } from '../../../core/api/index.ts';
import { useCommand } from '../../../core/commands/index.ts';
import { useSessionStore } from '../../accounts/index.ts';
import { chartKeys } from '../queries.ts';

const basisKey = (visitId: string) => [...chartKeys.diagnoses(visitId), 'basis'];

/** What the hospital’s jurisdiction requires before a prescription; null for nothing. */
export function useFollowUpDuty() {
  const session = useSessionStore();
  return { duty: computed(() => followUpDutyOf(session.account?.hospital.jurisdiction ?? '')) };
}

/** Evidence of earlier diagnoses, and what the doctor stated about the visit. Asked only where it is required, because every read is audited. */
export function useVisitBasis(visitId: string) {
  const { duty } = useFollowUpDuty();
  return useQuery({
    enabled: () => duty.value !== null,
    key: basisKey(visitId),
    query: ({ signal }) => api.call(readVisitBasis, { params: { visitId }, signal }),
  });
}

/** States a follow-up or a first visit; the rules of an open draft are examined again. */
export const useStateVisitBasis = (visitId: string) =>
  useCommand(stateVisitBasis, { changes: [basisKey(visitId), ['prescription', 'of-visit', visitId]] });
