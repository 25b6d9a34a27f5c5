import { shallowRef } from 'vue';

/** Something that a person asks for with a button: not twice at once, and a refusal stays to be read until the next time. */
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
