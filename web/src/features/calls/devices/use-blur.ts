import { onScopeDispose, shallowRef, watch, type Ref } from 'vue';
import { BackgroundBlur, BlurError, type BlurFailure } from '../../../core/rtc/background/index.ts';
import type { LocalSourceState } from '../../../core/rtc/devices.index.ts';
import { useBlurWish } from './device-choice.ts';

/**
 * The local picture as it is sent: the camera’s, or with a blurred background. A user who has chosen the blur is not shown without it, not while it
 * starts and not after it failed, until they agree.
 */
export function useBlur(camera: Ref<LocalSourceState>) {
  const wanted = useBlurWish();
  const track = shallowRef<MediaStreamTrack | null>(null);
  const failure = shallowRef<BlurFailure | null>(null);
  let blur: BackgroundBlur | undefined;

  watch([() => camera.value.track, wanted], ([raw]) => void follow(raw), { flush: 'sync', immediate: true });
  onScopeDispose(() => blur?.stop());

  async function follow(raw: MediaStreamTrack | null): Promise<void> {
    const before = blur;
    blur = undefined;
    if (!raw || !wanted.value || !BackgroundBlur.supported) {
      failure.value = null;
      track.value = raw;
      before?.stop();
      return;
    }
    if (failure.value !== null) return;
    const next = new BackgroundBlur();
    blur = next;
    // A camera that the others already see may stay until the blur is ready; another one is not shown before.
    if (track.value !== raw) track.value = null;
    before?.stop();
    next.on('ended', (why) => next === blur && fail(why));
    try {
      const blurred = await next.start(raw);
      if (next === blur) track.value = blurred;
      else next.stop();
    } catch (error) {
      if (next === blur) fail(error instanceof BlurError ? error.failure : 'unavailable');
    }
  }

  function fail(why: BlurFailure): void {
    blur = undefined;
    failure.value = why;
    track.value = null;
  }

  function set(on: boolean): void {
    failure.value = null;
    wanted.value = on;
  }

  return { supported: BackgroundBlur.supported, wanted, failure, track, set };
}
