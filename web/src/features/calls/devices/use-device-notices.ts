import { shallowRef } from 'vue';
import { useTimeoutFn } from '@vueuse/core';
import type { MediaDevice, LocalMedia, LocalSource } from '../../../core/rtc/devices.index.ts';

export type DeviceNotice =
  | { readonly kind: 'fell-over'; readonly from: string; readonly to: string }
  | { readonly kind: 'plugged'; readonly source: LocalSource; readonly device: MediaDevice };

/** Long enough to read and act on; problems that require an action are not shown here. */
const shownForMs = 12_000;

/** Notices of device changes, one at a time, each for a limited time. */
export function useDeviceNotices(media: LocalMedia) {
  const notice = shallowRef<DeviceNotice | null>(null);
  const { start } = useTimeoutFn(dismiss, shownForMs, { immediate: false });

  media.on('fell-over', (_source, { from, to }) => {
    // Without another device the problem itself is shown, which is more than a notice.
    if (to !== null) show({ kind: 'fell-over', from, to });
  });
  media.on('plugged', (source, device) => show({ kind: 'plugged', source, device }));

  function show(now: DeviceNotice) {
    notice.value = now;
    start();
  }

  function dismiss() {
    notice.value = null;
  }

  return { notice, dismiss };
}
