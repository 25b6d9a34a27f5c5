import { shallowRef, type Ref } from 'vue';
import type { IntakeDraftContent } from '@yunzhen/shared/intake/intake-draft.schemas';
import type { RedFlagId } from '@yunzhen/shared/intake/danger-signs/red-flag-rules';

/** Danger signs that stop the intake until the patient confirms that they are not an emergency. */
export function useDangerStop(draft: Ref<IntakeDraftContent>) {
  const flags = shallowRef<readonly RedFlagId[]>([]);
  /** Continues after the danger signs were confirmed not to be an emergency. */
  let afterFlags: () => unknown = () => undefined;

  function stopAt(open: readonly RedFlagId[], then: () => unknown): void {
    flags.value = open;
    afterFlags = then;
  }

  function dismiss(those: readonly RedFlagId[]): void {
    draft.value.dismissedFlags = [...new Set([...draft.value.dismissedFlags, ...those])];
    flags.value = [];
    void afterFlags();
  }

  return { flags, stopAt, dismiss };
}
