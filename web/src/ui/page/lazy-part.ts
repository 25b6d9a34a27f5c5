import { defineAsyncComponent, h, shallowRef, type Component } from 'vue';
import { useEventListener } from '@vueuse/core';
import AsyncBoundary from './async-boundary.vue';

/** Before the second and the third attempt, in milliseconds. */
const pauses = [1_000, 4_000];

interface Failure {
  error: Error;
  retry: () => void;
}

/**
 * A component that loads when it is first shown, with a skeleton of that many rows until then. After three failed attempts it shows the error, and
 * tries again when the user asks for it or the network is back.
 */
export function lazyPart<Part extends Component>(loader: () => Promise<{ default: Part }>, rows = 1): Part {
  const failure = shallowRef<Failure>();
  let attempts = 0;
  function tryAgain(): void {
    const { retry } = failure.value ?? {};
    failure.value = undefined;
    attempts = 0;
    retry?.();
  }
  return defineAsyncComponent<Part>({
    loader,
    delay: 0,
    loadingComponent: {
      setup() {
        useEventListener(window, 'online', tryAgain);
        return () =>
          h(AsyncBoundary, { pending: !failure.value, error: failure.value?.error, rows, onRetry: tryAgain });
      },
    },
    onError(error, retry) {
      const pause = pauses[attempts++];
      if (pause === undefined) failure.value = { error, retry };
      else setTimeout(retry, pause);
    },
  });
}
