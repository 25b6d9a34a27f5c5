import { useQuery } from '@pinia/colada';
import { listClaims, readClaim, readOwnPharmacy } from '@yunzhen/shared/dispensing/dispensing.contract';
import { listPharmacies, openPharmacyInvitation } from '@yunzhen/shared/dispensing/pharmacies.contract';
import { pharmacySorts, pharmacyStates } from '@yunzhen/shared/dispensing/pharmacies.constants';
import type { BodyOf } from '@yunzhen/shared/core/route';
import { api } from '../../core/api/index.ts';
import { usePages, useTable } from '../../core/table/index.ts';

// The first part of a key is the entity of the record socket: a change of that entity refetches the query.

/** Pharmacies that may dispense, for the administrator. */
export const usePharmacies = () =>
  useTable(listPharmacies, {
    key: ['pharmacy', 'list'],
    sorts: pharmacySorts,
    order: 'desc',
    filters: { state: pharmacyStates },
  });

/** The pharmacy of the signed-in dispenser. */
export function useOwnPharmacy() {
  return useQuery({
    key: ['pharmacy', 'own'],
    query: ({ signal }) => api.call(readOwnPharmacy, { signal }),
  });
}

/** The invitation of a link; undefined without a valid link. */
export function usePharmacyInvitation(
  link: () => BodyOf<typeof openPharmacyInvitation> | undefined,
  enabled: () => boolean,
) {
  return useQuery({
    key: () => ['pharmacy-invitation', link()?.invitationId ?? ''],
    enabled: () => link() !== undefined && enabled(),
    query: async ({ signal }) => {
      const body = link();
      return body ? api.call(openPharmacyInvitation, { body, signal }) : null;
    },
  });
}

/** Open or ended claims of the pharmacy, while they are shown: each request is audited as an access to the patients in it. */
export const useClaims = (asked: () => { state: 'open' | 'ended'; q: string }, shown: () => boolean) =>
  usePages(listClaims, {
    key: () => ['claim', 'list', asked().state, asked().q],
    enabled: shown,
    query: () => ({ ...asked(), limit: 20 }),
  });

export function useClaim(claimId: () => string) {
  return useQuery({
    key: () => ['claim', 'detail', claimId()],
    query: ({ signal }) => api.call(readClaim, { params: { claimId: claimId() }, signal }),
  });
}
