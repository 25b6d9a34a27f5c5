import { h } from 'vue';
import IconCircleCheck from '~icons/lucide/circle-check';
import { long, oneSize, say } from '../testing/stories.ts';
import UiBadge from './badge.vue';
import type { Color } from './variants.ts';

export default { title: 'kit/badge', component: UiBadge };

const colors: Color[] = ['primary', 'success', 'info', 'warning', 'error', 'neutral'];
const label = () => say('Done', '已完成');

export const States = oneSize({
  sizes: () => (['sm', 'md'] as const).map((size) => h(UiBadge, { label: label(), size })),
  icon: () => h(UiBadge, { label: label(), icon: IconCircleCheck }),
  number: () => h(UiBadge, { label: 12 }),
  'long text': () => h(UiBadge, { label: long(), icon: IconCircleCheck }),
});

export const Variants = oneSize(
  Object.fromEntries(
    (['solid', 'outline', 'soft', 'subtle'] as const).map((variant) => [
      variant,
      () => colors.map((color) => h(UiBadge, { label: label(), icon: IconCircleCheck, variant, color })),
    ]),
  ),
);
