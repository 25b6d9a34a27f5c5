import { computed, shallowRef } from 'vue';
import type { RedFlagId } from '@yunzhen/shared/intake/danger-signs/red-flag-rules';
import { useText } from '../../../core/i18n/index.ts';
import { useNames } from '../../../ui/index.ts';
import { useSessionStore } from '../../accounts/index.ts';
import { useDangerPage } from '../../intake/danger-page.index.ts';
import type { useIntakeWalk } from '../../intake/questions.index.ts';

/**
 * Shows the danger signs before all other questions. It is passed with a valid answer whose signs were confirmed not to be an emergency; the server
 * rejects a check-in without one.
 * `about` is the visit; its danger page was fetched before.
 */
export function useDangerGate(about: { visitId: string }, walk: ReturnType<typeof useIntakeWalk>) {
  const title = useDangerTitle();
  const page = useDangerPage(about);
  const passed = shallowRef(false);

  function pass() {
    passed.value = true;
    return walk.show();
  }

  /** Stops at ticked signs that are not yet confirmed not to be an emergency; otherwise calls `then`. */
  function take(flags: readonly RedFlagId[], then: () => unknown): unknown {
    const open = flags.filter((id) => !walk.draft.value.dismissedFlags.includes(id));
    return open.length > 0 ? walk.stopAt(open, pass) : then();
  }

  /** A tick takes back what was confirmed about its signs before. */
  function answered(flags: readonly RedFlagId[], now: readonly RedFlagId[]): unknown {
    const { dismissedFlags } = walk.draft.value;
    walk.draft.value.dismissedFlags = dismissedFlags.filter((id) => !now.includes(id));
    return take(flags, pass);
  }

  async function ask(): Promise<void> {
    passed.value = false;
    await page.refetch();
    await walk.show();
  }

  const valid = page.data.value?.answer;
  if (valid) take(valid.flags, () => (passed.value = true));

  return { page: page.data, passed, title, ask, answered };
}

/** The heading of the danger signs, which names the person acted for. */
export function useDangerTitle() {
  const { t } = useText();
  const { personName } = useNames();
  const session = useSessionStore();
  return computed(() => {
    const acting = session.account?.acting;
    if (!acting) return t('dangerPage.title');
    return t('dangerPage.titleFor', { name: personName(acting) });
  });
}
