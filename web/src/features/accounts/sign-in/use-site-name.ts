import { computed } from 'vue';
import { useText } from '../../../core/i18n/index.ts';
import { useSessionStore } from '../session.store.ts';

/** What the browser shows beside a page’s title: the hospital of the account, without one the product. */
export function useSiteName() {
  const { localized, t } = useText();
  const session = useSessionStore();
  return computed(() => (session.account ? localized(session.account.hospital.name) : t('common.product')));
}
