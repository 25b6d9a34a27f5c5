import { h } from 'vue';
import IconArrowRight from '~icons/lucide/arrow-right';
import IconPlus from '~icons/lucide/plus';
import { long, say, states } from '../testing/stories.ts';
import UiButton from './button.vue';
import type { Color, Variant } from './variants.ts';

export default { title: 'kit/button', component: UiButton };

const colors: Color[] = ['primary', 'success', 'info', 'warning', 'error', 'neutral'];
const variants: Variant[] = ['solid', 'outline', 'soft', 'subtle', 'ghost', 'link'];
const label = () => say('Save', '保存');

export const States = states({
  default: () => h(UiButton, { label: label() }),
  'with icons': () => h(UiButton, { label: label(), icon: IconPlus, trailingIcon: IconArrowRight }),
  'icon alone': () => h(UiButton, { icon: IconPlus, 'aria-label': label() }),
  disabled: () => h(UiButton, { label: label(), disabled: true }),
  loading: () => h(UiButton, { label: label(), loading: true }),
  block: () => h(UiButton, { label: label(), block: true }),
  link: () => h(UiButton, { label: label(), to: '/' }),
  'disabled link': () => h(UiButton, { label: label(), to: '/', disabled: true }),
  'long text': () => h(UiButton, { label: long(), icon: IconPlus, class: 'max-w-full' }),
  sizes: () => (['xs', 'sm', 'md', 'lg', 'xl'] as const).map((size) => h(UiButton, { label: label(), size })),
});

export const Variants = states(
  Object.fromEntries(
    variants.map((variant) => [variant, () => colors.map((color) => h(UiButton, { label: color, variant, color }))]),
  ),
);
