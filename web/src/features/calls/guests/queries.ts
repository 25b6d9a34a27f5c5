import { toValue, type MaybeRefOrGetter } from 'vue';
import { useQuery } from '@pinia/colada';
import { openInvitation, readCallConduct } from '@yunzhen/shared/calls/conduct.contract';
import { api } from '../../../core/api/index.ts';

/** The first part of the key is the entity of the record socket. */
export const conductKey = (visitId: string) => ['call', visitId];

/** Hold and invitations of a call. */
export function useCallConduct(visitId: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => conductKey(toValue(visitId)),
    query: ({ signal }) => api.call(readCallConduct, { params: { visitId: toValue(visitId) }, signal }),
  });
}

/** An invitation, read with its secret. It is not cached and refetched only on request, because a name may be being typed. */
export function useInvitation(invitationId: string, secret: () => string, enabled: () => boolean) {
  return useQuery({
    key: ['invitation', invitationId],
    enabled,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    query: ({ signal }) => api.call(openInvitation, { params: { invitationId }, body: { secret: secret() }, signal }),
  });
}
