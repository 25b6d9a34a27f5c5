import { shallowRef } from 'vue';

/** Runs an action of a button: not twice at once; its error stays visible until the next run. */
export function useAction() {
  const pending = shallowRef(false);
  const error = shallowRef<unknown>();

  async function run(work: () => Promise<void>): Promise<void> {
    if (pending.value) return;
    pending.value = true;
    error.value = undefined;
    try {
      await work();
    } catch (reason) {
      error.value = reason;
    } finally {
      pending.value = false;
    }
  }

  return { pending, error, run };
}
