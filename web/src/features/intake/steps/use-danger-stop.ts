import { shallowRef, type Ref } from 'vue';
import type { IntakeDraftContent } from '@yunzhen/shared/intake/intake-draft.schemas';
import type { RedFlagId } from '@yunzhen/shared/intake/danger-signs/red-flag-rules';

/** Danger signs that stop the intake, until the patient says that none of them is there. */
export function useDangerStop(draft: Ref<IntakeDraftContent>) {
  const flags = shallowRef<readonly RedFlagId[]>([]);
  /** What goes on once a danger sign was said to be none. */
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
