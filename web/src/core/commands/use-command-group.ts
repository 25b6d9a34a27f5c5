import { computed, shallowRef, watch, type Ref } from 'vue';

interface Sent {
  isLoading: Ref<boolean>;
  error: Ref<unknown>;
  reset: () => void;
}

/** Combines several commands of one form or page: whether any of them runs, and the error of the one that was sent last. */
export function useCommandGroup(...commands: readonly Sent[]) {
  const last = shallowRef<Sent>();
  for (const command of commands) watch(command.isLoading, (runs) => runs && (last.value = command), { flush: 'sync' });
  return {
    isLoading: computed(() => commands.some(({ isLoading }) => isLoading.value)),
    error: computed(() => last.value?.error.value),
    /** Clears the error. */
    reset: () => last.value?.reset(),
  };
}
