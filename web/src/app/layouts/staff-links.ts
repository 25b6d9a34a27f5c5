import { computed } from 'vue';
import { permits } from '@yunzhen/shared/core/permission';
import { useSessionStore } from '../../features/accounts/index.ts';
import { useText } from '../../core/i18n/index.ts';
import IconCircleUserRound from '~icons/lucide/circle-user-round';
import IconImageUp from '~icons/lucide/image-up';
import IconShieldCheck from '~icons/lucide/shield-check';

/** Links to a staff account’s own pages, for its menu. */
export function useStaffLinks() {
  const { t } = useText();
  const session = useSessionStore();
  return computed(() => {
    const { roles = [], practitionerId } = session.account ?? {};
    return [
      [{ label: t('common.security'), icon: IconShieldCheck, to: '/account/security' }],
      ...(practitionerId && roles.includes('doctor')
        ? [[{ label: t('account.portrait'), icon: IconImageUp, to: '/account/portrait' }]]
        : []),
      ...(permits(roles, 'second-factor.own')
        ? [[{ label: t('account.hub.title'), icon: IconCircleUserRound, to: '/account/settings' }]]
        : []),
    ];
  });
}
