import { h } from 'vue';
import { long, oneSize, say } from '../testing/stories.ts';
import UiKbd from './kbd.vue';
import UiLink from './link.vue';
import UiProgress from './progress.vue';
import UiSkeleton from './skeleton.ts';

export default { title: 'kit/small parts' };

const label = () => say('Upload', '上传');

export const Progress = oneSize({
  'not begun': () => h(UiProgress, { modelValue: 0, 'aria-label': label() }),
  half: () => h(UiProgress, { modelValue: 50, 'aria-label': label() }),
  small: () => h(UiProgress, { modelValue: 70, size: 'sm', 'aria-label': label() }),
  done: () => h(UiProgress, { modelValue: 100, 'aria-label': label() }),
  unknown: () => h(UiProgress, { modelValue: null, 'aria-label': label() }),
});

export const Keys = oneSize({
  sizes: () => (['sm', 'md', 'lg'] as const).map((size) => h(UiKbd, { value: 'K', size })),
  signs: () => ['meta', 'alt'].map((value) => h(UiKbd, { value })),
});

export const Link = oneSize({
  default: () => h(UiLink, { to: '/' }, () => say('All results', '全部结果')),
  'long text': () => h(UiLink, { to: '/' }, long),
});

export const Skeleton = oneSize({ default: () => h(UiSkeleton, { class: 'h-10 w-64 max-w-full' }) });
