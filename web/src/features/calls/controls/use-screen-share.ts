import { onScopeDispose, shallowRef } from 'vue';
import { ScreenCapture, type CallClient, type ScreenTrouble } from '../../../core/rtc/index.ts';

/** Shares the user’s own screen in the call. Sharing ends with the call, and when the call rejects it. */
export function useScreenShare(call: CallClient) {
  const capture = new ScreenCapture();
  const track = shallowRef<MediaStreamTrack | null>(null);
  const trouble = shallowRef<Exclude<ScreenTrouble, 'cancelled'> | 'refused' | null>(null);

  capture.on('change', (now) => {
    track.value = now;
    call.publish('screen', now ? { track: now, paused: false } : null);
  });
  call.on('refused', (source) => {
    if (source !== 'screen' || !capture.track) return;
    capture.stop();
    trouble.value = 'refused';
  });
  call.on('state', ({ phase }) => {
    if (phase === 'stopped') capture.stop();
  });
  onScopeDispose(() => capture.close());

  async function start(): Promise<void> {
    trouble.value = null;
    const answer = await capture.start();
    trouble.value = answer === 'cancelled' ? null : answer;
  }

  return { supported: capture.supported, track, trouble, start, stop: () => capture.stop() };
}
