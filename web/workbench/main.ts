import type { StorybookConfig } from '@storybook/vue3-vite';

/** Storybook over the parts of src/ui. Stories are beside the parts. */
export default {
  framework: {
    name: '@storybook/vue3-vite',
    options: { docgen: false, builder: { viteConfigPath: 'workbench/vite.config.ts' } },
  },
  stories: ['../src/ui/**/*.stories.ts', './every-part.stories.ts'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true, enableCrashReports: false },
} satisfies StorybookConfig;
