import { onMounted, onScopeDispose, shallowRef, watch, watchEffect } from 'vue';
import { useRoute } from 'vue-router';
import { useEventListener, useIntervalFn, useWakeLock } from '@vueuse/core';
import { useText } from '../../../core/i18n/index.ts';
import { useSiteName } from '../../accounts/index.ts';
import { maySound, ring } from './turn-signal.ts';

const everyMs = 8_000;

/**
 * Shows the queue position in the tab’s title, holds a wake lock during the wait, and repeats a sound while the patient is called. Returns whether
 * the browser allows sound.
 */
export function useTurnSignal(place: () => number | null, called: () => boolean) {
  const { t } = useText();
  const route = useRoute();
  const site = useSiteName();
  const own = route.name;
  const awake = useWakeLock();
  const sounds = shallowRef(maySound());
  const ringing = useIntervalFn(ring, everyMs, { immediate: false, immediateCallback: true });

  onMounted(() => void awake.request('screen').catch(() => undefined));
  onScopeDispose(() => void awake.release().catch(() => undefined));
  useEventListener(['pointerdown', 'keydown'], () => (sounds.value = true));

  watch(called, (now) => (now ? ringing.resume() : ringing.pause()), { immediate: true });

  // Runs after the router has set its title for this page and language.
  watchEffect(
    () => {
      const title = `${t('care.waiting.title')} · ${site.value}`;
      if (route.name !== own) return;
      const n = place();
      if (called()) document.title = t('care.waiting.titleTurn', { title });
      else document.title = n === null ? title : t('care.waiting.titlePlace', { n, title });
    },
    { flush: 'post' },
  );

  return { sounds, awake: awake.isActive };
}
