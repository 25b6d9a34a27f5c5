import { PiniaColada } from '@pinia/colada';
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import App from './app/app.vue';
import { followOtherTabs, preferredLocale, setLocale } from './app/i18n/index.ts';
import { forgiveSupersededRequests } from './app/superseded.ts';
import { router } from './app/router.ts';
import { reloadWhenBuildIsGone } from './app/stale-build.ts';
import { useTranslatedSchemas } from './ui/zod-messages.ts';
import './ui/theme.css';

reloadWhenBuildIsGone();
forgiveSupersededRequests();
useTranslatedSchemas();
await setLocale(preferredLocale());
followOtherTabs();

createApp(App)
  .use(createPinia())
  .use(PiniaColada, { queryOptions: { staleTime: 15_000, gcTime: 300_000 } })
  .use(router)
  .mount('#app');
