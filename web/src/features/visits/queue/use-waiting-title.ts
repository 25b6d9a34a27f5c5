import { onScopeDispose, toValue, watchEffect, type MaybeRefOrGetter } from 'vue';
import { useRoute } from 'vue-router';
import { useText } from '../../../core/i18n/index.ts';

/** The number of those who wait, in front of the page’s title, to be seen from another tab. */
export function useWaitingTitle(count: MaybeRefOrGetter<number>): void {
  const { t } = useText();
  const route = useRoute();
  const own = route.name;
  // After the router’s own title for this page and language was set.
  const stop = watchEffect(
    () => {
      const { title } = route.meta;
      const plain = title ? `${t(title)} · ${t('common.product')}` : t('common.product');
      if (route.name !== own) return;
      const n = toValue(count);
      document.title = n > 0 ? t('workbench.titleWaiting', { n, title: plain }) : plain;
    },
    { flush: 'post' },
  );
  onScopeDispose(stop);
}
