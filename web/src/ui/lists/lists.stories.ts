import { h } from 'vue';
import { long, oneSize, say, states } from '../testing/stories.ts';
import ChoiceList from './choice-list.vue';
import ListFilter from './list-filter.vue';
import ListOrder from './list-order.vue';
import ListSearch from './list-search.vue';
import MoreButton from './more-button.vue';
import NativeSelect from './native-select.vue';
import PageSteps from './page-steps.vue';
import RowList from './row-list.vue';

export default { title: 'lists' };

const items = () => [
  { value: 'day', label: say('Day', '日') },
  { value: 'week', label: say('Week', '周') },
  { value: 'long', label: long() },
];
const label = () => say('Period', '时段');

export const Choices = oneSize({
  'nothing chosen': () => h(ChoiceList<string>, { label: label(), choices: items(), modelValue: null }),
  chosen: () => h(ChoiceList<string>, { label: label(), choices: items(), modelValue: 'week' }),
});

export const Search = oneSize({
  empty: () => search({ modelValue: '', narrowed: false }),
  narrowed: () => search({ modelValue: say('West', '西'), narrowed: true }),
});
const search = (props: { modelValue: string; narrowed: boolean }) =>
  h(ListSearch, { label: say('Rows', '记录'), placeholder: say('Name', '名称'), rows: items(), ...props }, () =>
    h(ListFilter<string>, { label: label(), every: say('All', '全部'), choices: items(), modelValue: undefined }),
  );

const orders = () => items().slice(0, 2);
export const Order = oneSize({
  'one choice': () => h(ListOrder, { sort: 'day', order: 'asc', choices: orders().slice(0, 1) }),
  'several choices': () => h(ListOrder, { sort: 'week', order: 'desc', choices: orders() }),
});

export const Native = states({
  empty: () => h(NativeSelect<string>, { items: items(), label: label(), placeholder: say('Choose', '请选择') }),
  chosen: () => h(NativeSelect<string>, { items: items(), label: label(), modelValue: 'day' }),
  'long text': () => h(NativeSelect<string>, { items: items(), label: label(), modelValue: 'long' }),
  disabled: () => h(NativeSelect<string>, { items: items(), label: label(), modelValue: 'day', disabled: true }),
});

export const Rows = oneSize({
  rows: () =>
    h(RowList, { class: 'w-full' }, () =>
      items().map((item) => h('li', { key: item.value, class: 'p-3' }, item.label)),
    ),
  more: () => [false, true].map((busy) => h(MoreButton, { busy })),
  'first page': () => h(PageSteps, { hasNext: true }),
  'later page': () => h(PageSteps, { hasNext: true, hasBefore: true }),
});

export const FilterOpened = {
  ...oneSize({
    opened: () =>
      h(ListFilter<string>, { label: label(), every: say('All', '全部'), choices: items(), modelValue: 'day' }),
  }),
  tags: ['alone'],
  play: ({ canvasElement }: { canvasElement: HTMLElement }) => canvasElement.querySelector('button')?.click(),
};
