import { watchEffect } from 'vue';
import { useSiteName } from '../../accounts/index.ts';

/** Shows a title from the data of a public page, once they have arrived. */
export function usePageTitle(title: () => string | undefined): void {
  const site = useSiteName();
  // Runs after the app has set its title for this page, language and hospital.
  watchEffect(
    () => {
      const own = title();
      if (own && site.value) document.title = own;
    },
    { flush: 'post' },
  );
}
