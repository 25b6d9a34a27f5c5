import { defineComponent, h, shallowRef, type VNode } from 'vue';
import IconLogOut from '~icons/lucide/log-out';
import IconPencil from '~icons/lucide/pencil';
import { long, oneSize, say } from '../testing/stories.ts';
import UiButton from './button.vue';
import UiDialog from './dialog.vue';
import UiMenu from './menu.vue';
import { providePanelPlace } from './panel-place.ts';
import UiPopover from './popover.vue';
import UiTooltip from './tooltip.vue';

export default { title: 'kit/popups' };

const button = (label: string) => h(UiButton, { label, color: 'neutral', variant: 'outline' });
const items = () => [
  [{ label: say('Rana Ito', '伊藤蓝'), type: 'label' as const }],
  [
    { label: say('Edit', '编辑'), icon: IconPencil },
    { label: say('Large text', '大字'), type: 'checkbox' as const, checked: true },
    { label: say('Locked', '已锁定'), disabled: true },
    { label: long() },
  ],
  [{ label: say('Sign out', '退出登录'), icon: IconLogOut }],
];

export const Closed = oneSize({
  menu: () => h(UiMenu, { items: items() }, () => button(say('Menu', '菜单'))),
  popover: () => h(UiPopover, {}, { default: () => button(say('More', '更多')), content: () => long() }),
  tooltip: () => h(UiTooltip, { text: say('Save', '保存'), kbds: ['meta', 'S'] }, () => button(say('Save', '保存'))),
});

const opened = (draw: () => ReturnType<typeof h>) => oneSize({ opened: draw });

export const Menu = {
  ...opened(() => h(UiMenu, { items: items(), open: true }, () => button(say('Menu', '菜单')))),
  tags: ['alone'],
};
export const LargeMenu = {
  ...opened(() => h(UiMenu, { items: items(), open: true, large: true }, () => button(say('Menu', '菜单')))),
  tags: ['alone'],
};
export const Popover = {
  ...opened(() =>
    h(
      UiPopover,
      { open: true },
      { default: () => button(say('More', '更多')), content: () => h('p', { class: 'max-w-64 p-3' }, long()) },
    ),
  ),
  tags: ['alone'],
};

/** A tooltip opens on focus, as for keyboard users. */
const focus = ({ el }: VNode) => (el as HTMLElement | null)?.querySelector('button')?.focus();
export const Tooltip = {
  ...opened(() =>
    h('div', { onVnodeMounted: focus }, [
      h(UiTooltip, { text: say('Save', '保存'), kbds: ['meta', 'S'] }, () => button(say('Draft', '草稿'))),
    ]),
  ),
  tags: ['alone'],
};
export const LongTooltip = {
  ...opened(() =>
    h('div', { onVnodeMounted: focus }, [h(UiTooltip, { text: long() }, () => button(say('Draft', '草稿')))]),
  ),
  tags: ['alone'],
};

const dialog = (props: object) =>
  opened(() =>
    h(
      UiDialog,
      { open: true, title: say('Send the message?', '发送消息？'), description: long(), ...props },
      { body: () => long(), footer: () => button(say('Send', '发送')) },
    ),
  );
export const Dialog = { ...dialog({}), tags: ['alone'] };
export const SidePanel = { ...dialog({ side: 'right' }), tags: ['alone'] };
export const Fullscreen = { ...dialog({ fullscreen: true }), tags: ['alone'] };

/** A dialog in its own place beside usable content: a panel, and a second one over it. */
const Places = defineComponent({
  props: { isStacked: Boolean },
  setup({ isStacked }) {
    const element = shallowRef<HTMLElement | null>(null);
    providePanelPlace(element);
    const panel = (title: string) =>
      h(
        UiDialog,
        { open: true, title, description: long() },
        { body: () => long(), footer: () => button(say('Send', '发送')) },
      );
    return () =>
      h('div', { class: 'grid gap-4 sm:grid-cols-2' }, [
        h('div', [button(say('Stays in use', '仍可使用'))]),
        h('div', { ref: element, class: 'relative min-h-96' }),
        element.value && panel(say('Send the message?', '发送消息？')),
        element.value && isStacked && panel(say('Discard the draft?', '放弃草稿？')),
      ]);
  },
});
export const Panel = { ...opened(() => h(Places)), tags: ['alone'] };
export const StackedPanels = { ...opened(() => h(Places, { isStacked: true })), tags: ['alone'] };
