import { useQuery } from '@pinia/colada';
import { readVisitBasis, stateVisitBasis } from '@yunzhen/shared/chart/visit-basis.contract';
import { api } from '../../../core/api/index.ts';
import { useCommand } from '../../../core/commands/index.ts';
import { chartKeys } from '../queries.ts';

const basisKey = (visitId: string) => [...chartKeys.diagnoses(visitId), 'basis'];

/** Evidence of earlier diagnoses, and what the doctor stated about the visit. */
export function useVisitBasis(visitId: string) {
  return useQuery({
    key: basisKey(visitId),
    query: ({ signal }) => api.call(readVisitBasis, { params: { visitId }, signal }),
  });
}

/** States a follow-up or a first visit; the rules of an open draft are examined again. */
export const useStateVisitBasis = (visitId: string) =>
  useCommand(stateVisitBasis, { changes: [basisKey(visitId), ['prescription', 'of-visit', visitId]] });
