import { watch } from 'vue';
import { useRouter } from 'vue-router';
import { useEventListener, useWakeLock } from '@vueuse/core';

/** Wall display: full screen where the browser allows it, with a wake lock. */
export function useWall(wall: () => boolean) {
  const router = useRouter();
  const awake = useWakeLock();

  watch(wall, (now) => void (now ? awake.request('screen') : awake.release()).catch(() => undefined), {
    immediate: true,
  });

  async function enter() {
    // If it is rejected, the figures still fill the window.
    await document.documentElement.requestFullscreen?.().catch(() => undefined);
    await router.push('/figures/wall');
  }

  async function leave() {
    if (document.fullscreenElement) await document.exitFullscreen().catch(() => undefined);
    await router.push('/figures');
  }

  useEventListener(document, 'fullscreenchange', () => {
    if (!document.fullscreenElement && wall()) void router.push('/figures');
  });
  useEventListener(document, 'keydown', ({ key }) => {
    if (key === 'Escape' && wall()) void leave();
  });

  return { enter, leave };
}
