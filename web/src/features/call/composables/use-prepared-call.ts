import { inject, onScopeDispose, shallowRef, watch } from 'vue';
import { api } from '../../../lib/api/index.ts';
import { mediaPermission } from '../../../lib/rtc/index.ts';
import { callApiKey } from '../call-tickets.ts';
import { useDeviceChoice } from '../device-choice.ts';
import { dropPreparedCall, prepareCall, releasePreparedCall, type PreparedCall } from '../prepared-calls.ts';

/**
 * Prepares the call of the visit that is probably next, for as long as it is and the page is open. The call page takes it over;
 * nobody sees or hears anybody before the patient is admitted.
 */
export function usePreparedCall(visitId: () => string | undefined) {
  const client = inject(callApiKey, api);
  const choice = useDeviceChoice();
  const prepared = shallowRef<PreparedCall>();

  watch(
    visitId,
    (now) => {
      // Admitted or gone: which of the two it is, the next page shows within a moment.
      if (!now) release();
      else if (prepared.value?.visitId !== now) prepared.value = prepareCall(client, now);
    },
    { immediate: true },
  );
  onScopeDispose(release);

  function release() {
    if (prepared.value) releasePreparedCall(prepared.value.visitId);
    prepared.value = undefined;
  }

  function openDevices(of: PreparedCall) {
    const { camera, microphone } = choice.value;
    of.openDevices({ cameraId: camera || undefined, microphoneId: microphone || undefined });
  }

  /** This visit is being admitted from here: its devices open while the api is asked. */
  function handleAdmission(admitted: string): void {
    const next = prepareCall(client, admitted);
    prepared.value = next;
    next.call.expectPicture();
    openDevices(next);
  }

  /** The admission failed, or the visit is left: lights go out at once. */
  function giveUp(): void {
    if (prepared.value) dropPreparedCall(prepared.value.visitId);
    const now = visitId();
    prepared.value = now ? prepareCall(client, now) : undefined;
  }

  /** Opens camera and microphone where the browser need not ask for them. Resolves with whether it did. */
  async function openIfGranted(): Promise<boolean> {
    const [next, ...states] = [
      prepared.value,
      ...(await Promise.all([mediaPermission('camera'), mediaPermission('microphone')])),
    ];
    if (!next || next !== prepared.value || states.some((state) => state !== 'granted')) return false;
    openDevices(next);
    return true;
  }

  function closeDevices(): void {
    prepared.value?.closeDevices();
  }

  return { prepared, handleAdmission, giveUp, openIfGranted, closeDevices };
}
