import { computed } from 'vue';
import { useText } from '../../../core/i18n/index.ts';
import { useSessionStore } from '../session.store.ts';
import { shownHospital } from './shown-brand.ts';

/** What the browser shows beside a page’s title: the hospital that the header names or that of the account, without one the product. */
export function useSiteName() {
  const { localized, t } = useText();
  const session = useSessionStore();
  return computed(() => {
    const hospital = shownHospital.value ?? session.account?.hospital;
    return hospital ? localized(hospital.name) : t('common.product');
  });
}
