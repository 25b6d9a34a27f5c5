import { locales } from '@yunzhen/shared/core/locale';
import { setup, type Preview } from '@storybook/vue3-vite';
import { createMemoryHistory, createRouter } from 'vue-router';
import { appTexts } from '../src/app/texts/texts.ts';
import { allTexts, provideTexts, setLocale } from '../src/core/i18n/index.ts';
import '../src/ui/theme.css';

provideTexts(appTexts);
setup((app) =>
  app.use(
    createRouter({
      history: createMemoryHistory(),
      routes: [{ path: '/:any(.*)', component: { render: () => null } }],
    }),
  ),
);

export default {
  globalTypes: {
    locale: { toolbar: { title: 'Language', icon: 'globe', items: [...locales], dynamicTitle: true } },
    theme: { toolbar: { title: 'Theme', icon: 'contrast', items: ['light', 'dark'], dynamicTitle: true } },
  },
  initialGlobals: { locale: 'en', theme: 'light' },
  parameters: {
    layout: 'fullscreen',
    viewport: {
      options: {
        phone: { name: 'Phone', styles: { width: '390px', height: '844px' } },
        wide: { name: 'Wide', styles: { width: '1440px', height: '900px' } },
      },
    },
  },
  loaders: [
    async ({ globals }) => {
      const { classList } = document.documentElement;
      classList.toggle('dark', globals['theme'] === 'dark');
      classList.toggle('light', globals['theme'] !== 'dark');
      await setLocale(locales.find((each) => each === globals['locale']) ?? locales[0], allTexts);
    },
  ],
} satisfies Preview;
