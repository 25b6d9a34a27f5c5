import { computed, type Ref } from 'vue';
import type { CallParticipant, CallRole } from '@yunzhen/shared/calls/call.contract';
import { useText } from '../../../core/i18n/index.ts';

export interface StageNames {
  readonly self: CallRole;
  readonly otherName: string | undefined;
  readonly names: Readonly<Record<string, string>> | undefined;
}

/** Names of the call’s participants on this stage. */
export function useStageNames(names: Ref<StageNames>, participants: Ref<readonly CallParticipant[]>) {
  const { t } = useText();
  const main = computed<CallRole>(() => (names.value.self === 'doctor' ? 'patient' : 'doctor'));

  /** Someone who is not in the call is named as a guest: their words or picture must not pass for the doctor’s or the patient’s. */
  function nameOf(participantId: string | undefined, otherwise: CallRole = main.value): string {
    const present = participants.value.find((one) => one.participantId === participantId);
    const role = present?.role ?? (participantId === undefined ? otherwise : 'guest');
    const { self, otherName, names: known } = names.value;
    if (role === main.value && otherName) return otherName;
    const named = participantId === undefined ? undefined : known?.[participantId];
    if (named) return named;
    // Doctor and patient have no relation to a guest, so their role is shown.
    if (role === 'guest' || self === 'guest') return t(`call.people.${role}`);
    return t(role === 'patient' ? 'call.other.patient' : 'call.other.doctor');
  }

  const patientName = computed(() =>
    nameOf(participants.value.find(({ role }) => role === 'patient')?.participantId, 'patient'),
  );
  return { nameOf, patientName };
}
