import { h } from 'vue';
import { long, oneSize, say, states } from '../testing/stories.ts';
import UiFormField from './form-field.vue';
import UiSearchableSelect from './searchable-select.vue';
import UiSelect from './select.vue';

export default { title: 'kit/select', component: UiSelect };

const items = () => [
  { value: 'north', label: say('North', '北区') },
  { value: 'south', label: say('South', '南区') },
  { value: 'closed', label: say('Suspended', '已关闭'), disabled: true },
  { value: 'long', label: long() },
];
const groups = () => [
  { label: say('Near', '附近'), items: items().slice(0, 2) },
  { label: '', items: items().slice(3) },
];
const label = () => say('Site', '院区');
const select = (props: object, around: object = {}) =>
  h(UiFormField, { label: label(), class: 'w-64 max-w-full', ...around }, () =>
    h(UiSelect<string>, { items: items(), class: 'w-full', ...props }),
  );

export const States = states({
  empty: () => select({ placeholder: say('Choose', '请选择') }),
  chosen: () => select({ modelValue: 'north' }),
  invalid: () => select({}, { error: say('Choose a site.', '请选择院区。') }),
  disabled: () => select({ modelValue: 'north', disabled: true }),
  'long text': () => select({ modelValue: 'long' }),
  sizes: () => (['sm', 'md', 'xl'] as const).map((size) => select({ modelValue: 'north', size })),
});

export const Searchable = oneSize({
  empty: () => h(UiSearchableSelect<string>, { groups: groups(), label: label(), class: 'w-64' }),
  chosen: () =>
    h(UiSearchableSelect<string>, {
      groups: groups(),
      label: `${label()}: ${say('South', '南区')}`,
      modelValue: 'south',
      class: 'w-64',
    }),
});

/** Opened by a click. */
const opened = async ({ canvasElement }: { canvasElement: HTMLElement }) => {
  const trigger = canvasElement.querySelector<HTMLElement>('[role="combobox"], button');
  trigger?.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, button: 0, pointerType: 'mouse' }));
  trigger?.click();
};

export const Opened = { ...oneSize({ opened: () => select({ modelValue: 'south' }) }), tags: ['alone'], play: opened };

export const SearchableOpened = {
  ...oneSize({
    opened: () =>
      h(UiSearchableSelect<string>, {
        groups: groups(),
        label: `${label()}: ${say('South', '南区')}`,
        modelValue: 'south',
      }),
  }),
  tags: ['alone'],
  play: opened,
};
