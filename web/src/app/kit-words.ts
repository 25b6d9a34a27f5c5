import { computed, provide, shallowRef } from 'vue';
import { portalTargetInjectionKey } from '@nuxt/ui/composables/usePortal';
import { useText } from '../core/i18n/index.ts';

/**
 * What the UI kit’s dialogs and sheets say of themselves, in the reader’s language, and where they open. Staff’s pages have more of its parts, with
 * more to say: `layouts/kit-frame.vue`.
 */
export function provideKitWords(): void {
  const { t, locale } = useText();
  // By the name that the kit gave its key: its module would bring the words of every part.
  provide(
    Symbol.for('nuxt-ui.locale-context'),
    computed(() => {
      const close = { close: t('common.close') };
      return {
        name: locale.value,
        code: locale.value,
        dir: 'ltr',
        messages: { alert: close, modal: close, slideover: close, selectMenu: {} },
      };
    }),
  );
  provide(portalTargetInjectionKey, shallowRef('body'));
}
