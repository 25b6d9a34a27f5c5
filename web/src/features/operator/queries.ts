import { useQuery } from '@pinia/colada';
import { listHospitals } from '@yunzhen/shared/accounts/auth.contract';
import {
  listMediaNodes,
  listOperatedHospitals,
  listOperatorEvents,
  listOperators,
  readInstallationHealth,
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

/** The signed-in operator; null when signed out. */
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

/** Hospitals as shown on the sign-in page, including whether this is a demo. */
export const usePublicHospitals = () =>
  useQuery({ key: ['hospitals'], query: ({ signal }) => api.call(listHospitals, { signal }) });

/** Whether the operator is signed in: before, the pages ask for nothing else. */
function useSignedIn(): () => boolean {
  const { data } = useOperatorSession();
  return () => Boolean(data.value);
}

export const useOperatedHospitals = () =>
  useTable(listOperatedHospitals, { key: ['operator', 'hospitals'], sorts: hospitalSorts, enabled: useSignedIn() });

/** One hospital by its URL name; null where there is none. */
export const useOperatedHospital = (slug: () => string) =>
  useQuery({
    key: () => ['operator', 'hospitals', 'one', slug()],
    query: async ({ signal }) => {
      const { items } = await api.call(listOperatedHospitals, { query: { q: slug(), limit: 100 }, signal });
      return items.find((hospital) => hospital.slug === slug()) ?? null;
    },
    enabled: useSignedIn(),
  });

/** Everyone who may sign in here. */
export const useOperators = () =>
  useQuery({ key: ['operator', 'operators'], query: ({ signal }) => api.call(listOperators, { signal }) });

/** The state of the installation, read again at each visit of the page. */
export const useInstallationHealth = () =>
  useQuery({
    key: ['operator', 'health'],
    query: ({ signal }) => api.call(readInstallationHealth, { signal }),
    enabled: useSignedIn(),
    staleTime: 0,
  });

/** The media nodes of the installation, read again at each visit of the page. */
export const useMediaNodes = () =>
  useQuery({
    key: ['operator', 'media-nodes'],
    query: ({ signal }) => api.call(listMediaNodes, { signal }),
    enabled: useSignedIn(),
    staleTime: 0,
  });

/** Audit events of operators, newest first. Their address parameters have a prefix, because the page’s other list has none. */
export const useOperatorEvents = () =>
  useTable(listOperatorEvents, {
    key: ['operator', 'events'],
    sorts: operatorEventSorts,
    order: 'desc',
    filters: { action: operatorActions, outcome: operatorOutcomes },
    prefix: 'log-',
    staleTime: 0,
  });
