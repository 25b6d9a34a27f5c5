import { h } from 'vue';
import IconTriangleAlert from '~icons/lucide/triangle-alert';
import { long, oneSize, say } from '../testing/stories.ts';
import UiAlert from './alert.vue';
import type { Color } from './variants.ts';

export default { title: 'kit/alert', component: UiAlert };

const colors: Color[] = ['primary', 'success', 'info', 'warning', 'error', 'neutral'];
const title = () => say('Not saved', '未保存');
const description = () => say('Check the connection and try again.', '请检查网络后重试。');

export const States = oneSize({
  title: () => h(UiAlert, { title: title() }),
  'title and text': () => h(UiAlert, { title: title(), description: description(), icon: IconTriangleAlert }),
  'with buttons': () =>
    h(UiAlert, {
      title: title(),
      variant: 'subtle',
      color: 'warning',
      actions: [{ label: say('Try again', '重试'), color: 'neutral', variant: 'outline' }],
    }),
  'long text': () => h(UiAlert, { title: long(), description: long(), icon: IconTriangleAlert, variant: 'outline' }),
});

export const Variants = oneSize(
  Object.fromEntries(
    (['solid', 'outline', 'soft', 'subtle'] as const).map((variant) => [
      variant,
      () => colors.map((color) => h(UiAlert, { title: title(), description: description(), variant, color })),
    ]),
  ),
);
