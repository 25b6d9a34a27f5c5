import { computed, type Ref } from 'vue';
import type { CallParticipant, CallRole } from '@yunzhen/shared/calls/call.contract';
import { useText } from '../../../core/i18n/index.ts';

export interface StageNames {
  readonly self: CallRole;
  readonly otherName: string | undefined;
  readonly names: Readonly<Record<string, string>> | undefined;
}

/** What those in the call are called on one's stage. */
export function useStageNames(names: Ref<StageNames>, participants: Ref<readonly CallParticipant[]>) {
  const { t } = useText();
  const main = computed<CallRole>(() => (names.value.self === 'doctor' ? 'patient' : 'doctor'));

  function nameOf(participantId: string | undefined, otherwise: CallRole = main.value): string {
    const role = participants.value.find((one) => one.participantId === participantId)?.role ?? otherwise;
    const { self, otherName, names: known } = names.value;
    if (role === main.value && otherName) return otherName;
    const named = participantId === undefined ? undefined : known?.[participantId];
    if (named) return named;
    // A guest has neither a doctor nor a patient of their own.
    if (role === 'guest' || self === 'guest') return t(`call.people.${role}`);
    return t(role === 'patient' ? 'call.other.patient' : 'call.other.doctor');
  }

  const patientName = computed(() =>
    nameOf(participants.value.find(({ role }) => role === 'patient')?.participantId, 'patient'),
  );
  return { nameOf, patientName };
}
