import { computed } from 'vue';
import { localeNames, locales, type Locale } from '@yunzhen/shared/core/locale';
import { useSessionStore } from '../../features/accounts/index.ts';
import { useAppearance, type ColorMode } from '../color-mode.ts';
import { setLocale, useText } from '../../core/i18n/index.ts';
import IconMonitor from '~icons/lucide/monitor';
import IconMoon from '~icons/lucide/moon';
import IconSun from '~icons/lucide/sun';

const modes = [
  { mode: 'light', icon: IconSun, key: 'common.light' },
  { mode: 'dark', icon: IconMoon, key: 'common.dark' },
  { mode: 'auto', icon: IconMonitor, key: 'common.system' },
] as const;

/** Returns language and appearance as menu items; a chosen language is also saved to the account. */
export function useSettings() {
  const { t, locale } = useText();
  const session = useSessionStore();
  const appearance = useAppearance();

  async function chooseLocale(next: Locale) {
    await setLocale(next);
    await session.chooseLocale(next);
  }

  return {
    chooseLocale,
    languageItems: computed(() =>
      locales.map((each) => ({
        label: localeNames[each],
        lang: each,
        type: 'checkbox' as const,
        checked: locale.value === each,
        onSelect: () => void chooseLocale(each),
      })),
    ),
    appearanceItems: computed(() =>
      modes.map(({ mode, icon, key }) => ({
        label: t(key),
        icon,
        type: 'checkbox' as const,
        checked: appearance.store.value === mode,
        onSelect: () => void (appearance.store.value = mode satisfies ColorMode),
      })),
    ),
  };
}
