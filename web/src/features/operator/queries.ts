import { useQuery } from '@pinia/colada';
import { listHospitals } from '@yunzhen/shared/accounts/auth.contract';
import {
  listOperatedHospitals,
  listOperatorEvents,
  readOperatorSession,
  type Operator,
} from '@yunzhen/shared/operator/operator.contract';
import {
  hospitalSorts,
  operatorActions,
  operatorEventSorts,
  operatorOutcomes,
} from '@yunzhen/shared/operator/operator.constants';
import { api } from '../../core/api/index.ts';
import { codeOf } from '../../core/i18n/index.ts';
import { useTable } from '../../core/table/index.ts';

export const operatorSessionKey = ['operator', 'session'];

/** The operator who is signed in; null where none is. */
export const useOperatorSession = () =>
  useQuery({
    key: operatorSessionKey,
    query: async ({ signal }): Promise<Operator | null> => {
      try {
        return await api.call(readOperatorSession, { signal });
      } catch (error) {
        if (codeOf(error) === 'auth.required') return null;
        throw error;
      }
    },
  });

/** Hospitals as people see them who sign in: whether this is a demo. */
export const usePublicHospitals = () =>
  useQuery({ key: ['hospitals'], query: ({ signal }) => api.call(listHospitals, { signal }) });

export const useOperatedHospitals = (enabled: () => boolean) =>
  useTable(listOperatedHospitals, { key: ['operator', 'hospitals'], sorts: hospitalSorts, enabled });

/** What operators did, the newest first. The page’s other list has the plain names in the address. */
export const useOperatorEvents = () =>
  useTable(listOperatorEvents, {
    key: ['operator', 'events'],
    sorts: operatorEventSorts,
    order: 'desc',
    filters: { action: operatorActions, outcome: operatorOutcomes },
    prefix: 'log-',
    staleTime: 0,
  });
