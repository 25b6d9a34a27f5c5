import { shallowRef } from 'vue';

/** Something that a person asks for with a button: not twice at once, and a refusal stays to be read until the next time. */
export function useAttempt() {
  const busy = shallowRef(false);
  const refused = shallowRef<unknown>();

  async function attempt(work: () => Promise<void>): Promise<void> {
    if (busy.value) return;
    busy.value = true;
    refused.value = undefined;
    try {
      await work();
    } catch (error) {
      refused.value = error;
    } finally {
      busy.value = false;
    }
  }

  return { busy, refused, attempt };
}
