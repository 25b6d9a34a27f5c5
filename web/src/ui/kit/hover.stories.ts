import { h } from 'vue';
import { oneSize, say, states } from '../testing/stories.ts';
import UiButton from './button.vue';
import UiLink from './link.vue';
import UiTabs from './tabs.vue';

/** Styles on hover. The workbench test hovers over each story. */
export default { title: 'kit/hover', tags: ['hover'] };

const variants = ['solid', 'outline', 'soft', 'subtle', 'ghost', 'link'] as const;
const colors = ['primary', 'neutral', 'error'] as const;

export const Buttons = {
  ...states(
    Object.fromEntries(
      variants.map((variant) => [
        variant,
        () => colors.map((color) => h(UiButton, { variant, color, label: say('Save', '保存') })),
      ]),
    ),
  ),
  tags: ['alone'],
};
export const Links = {
  ...oneSize({
    link: () => h(UiLink, { to: '/' }, () => say('Your account', '我的账户')),
    tabs: () =>
      h(
        UiTabs<string>,
        {
          modelValue: 'one',
          items: [
            { value: 'one', label: say('Open', '未完成') },
            { value: 'two', label: say('Done', '已完成') },
          ],
        },
        {},
      ),
  }),
  tags: ['alone'],
};
