import { onScopeDispose, toValue, watchEffect, type MaybeRefOrGetter } from 'vue';
import { useRoute } from 'vue-router';
import { useText } from '../../../core/i18n/index.ts';
import { useSiteName } from '../../accounts/index.ts';

/** Shows the number of waiting patients in front of the page’s title, visible from another tab. */
export function useWaitingTitle(count: MaybeRefOrGetter<number>): void {
  const { t } = useText();
  const route = useRoute();
  const site = useSiteName();
  const own = route.name;
  // Runs after the router has set its title for this page and language.
  const stop = watchEffect(
    () => {
      const { title } = route.meta;
      const plain = title ? `${t(title)} · ${site.value}` : site.value;
      if (route.name !== own) return;
      const n = toValue(count);
      document.title = n > 0 ? t('workbench.titleWaiting', { n, title: plain }) : plain;
    },
    { flush: 'post' },
  );
  onScopeDispose(stop);
}
