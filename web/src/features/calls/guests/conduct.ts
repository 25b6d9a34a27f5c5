import { toValue, type MaybeRefOrGetter } from 'vue';
import { useQuery } from '@pinia/colada';
import {
  answerInvitation,
  holdCall,
  inviteGuest,
  readCallConduct,
  withdrawInvitation,
  type GuestRelation,
} from '@yunzhen/shared/calls/conduct.contract';
import { api } from '../../../core/api/index.ts';
import { useQueryRefresh } from '../../../core/realtime/index.ts';

/** Hold and invitations of a call. The first part of the key is the entity of the record socket that tells of them. */
export function useCallConduct(visitId: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => ['call', toValue(visitId)],
    query: ({ signal }) => api.call(readCallConduct, { params: { visitId: toValue(visitId) }, signal }),
  });
}

/** What the doctor and the patient can do about who is in their call. Each fetches the conduct again, whatever came of it. */
export function useConductCommands(visitId: string) {
  const refresh = useQueryRefresh();
  const params = { visitId };

  async function thenRefresh<Answer>(work: Promise<Answer>): Promise<Answer> {
    try {
      return await work;
    } finally {
      void refresh(['call', visitId]);
    }
  }

  return {
    hold: (held: boolean) => thenRefresh(api.call(holdCall, { params, body: { held } })),
    /** Resolves with the link, which is told this once. */
    async invite(relation: GuestRelation, name: string): Promise<string> {
      const { invitation, secret } = await thenRefresh(api.call(inviteGuest, { params, body: { relation, name } }));
      return `${location.origin}/join/${invitation.id}#${secret}`;
    },
    answer: (invitationId: string, agreed: boolean) =>
      thenRefresh(api.call(answerInvitation, { params: { ...params, invitationId }, body: { agreed } })),
    withdraw: (invitationId: string) =>
      thenRefresh(api.call(withdrawInvitation, { params: { ...params, invitationId } })),
  };
}
