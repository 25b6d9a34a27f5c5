import { onScopeDispose, shallowRef, watch } from 'vue';
import { mediaPermission } from '../../../core/rtc/devices.index.ts';
import { useCallApi } from './actions.ts';
import { useDeviceChoice } from '../devices/device-choice.ts';
import type { PreparedCall } from './prepared-calls.ts';

/** The call code loads after the page that waits for a call. */
const fetchCalls = () => import('./prepared-calls.ts');

/**
 * Prepares the call of the visit that is probably next, while it is next and the page is open. The call page takes it over; nothing is seen or heard
 * before the patient is admitted.
 * If the code cannot be loaded, nothing is prepared and the call page joins as usual.
 */
export function usePreparedCall(visitId: () => string | undefined) {
  const client = useCallApi();
  const choice = useDeviceChoice();
  const prepared = shallowRef<PreparedCall>();
  const calls = shallowRef<Awaited<ReturnType<typeof fetchCalls>>>();
  let left = false;
  let fetching: Promise<unknown> | undefined;
  watch(
    [visitId, calls],
    ([now]) => {
      if (now) fetchOnce();
      // Admitted or cancelled: the next page decides within a moment.
      if (!now) release();
      else if (prepared.value?.visitId !== now) prepared.value = calls.value?.prepareCall(client, now);
    },
    { immediate: true },
  );
  onScopeDispose(() => {
    left = true;
    release();
  });

  /** Loads once a patient is waiting: the page’s own content has priority. */
  function fetchOnce() {
    fetching ??= fetchCalls()
      .then((fetched) => {
        if (!left) calls.value = fetched;
      })
      .catch(() => (fetching = undefined));
  }

  function release() {
    if (prepared.value) calls.value?.releasePreparedCall(prepared.value.visitId);
    prepared.value = undefined;
  }

  function openDevices(of: PreparedCall) {
    const { camera, microphone } = choice.value;
    of.openDevices({ cameraId: camera || undefined, microphoneId: microphone || undefined });
  }

  /** Opens devices while the API handles an admission from this page. */
  function handleAdmission(admitted: string): void {
    const next = calls.value?.prepareCall(client, admitted);
    prepared.value = next;
    next?.call.expectPicture();
    if (next) openDevices(next);
  }

  /** Turns the devices off when the admission failed or the visit is left. */
  function giveUp(): void {
    if (prepared.value) calls.value?.dropPreparedCall(prepared.value.visitId);
    const now = visitId();
    prepared.value = now ? calls.value?.prepareCall(client, now) : undefined;
  }

  /** Opens camera and microphone where the browser need not prompt. Resolves with whether it did. */
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
