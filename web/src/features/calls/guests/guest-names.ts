import { computed, type MaybeRefOrGetter } from 'vue';
import { useCallConduct } from './queries.ts';

/** Names of a call’s guests by participant id, as they entered them. */
export function useGuestNames(visitId: MaybeRefOrGetter<string>) {
  const conduct = useCallConduct(visitId);
  return computed<Record<string, string>>(() =>
    Object.fromEntries(
      (conduct.data.value?.invitations ?? []).flatMap(({ participantId, name }) =>
        participantId ? [[participantId, name]] : [],
      ),
    ),
  );
}
