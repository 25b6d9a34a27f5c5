import { h } from 'vue';
import { long, say, states } from '../testing/stories.ts';
import UiRadioGroup from './radio-group.vue';

export default { title: 'kit/radio-group', component: UiRadioGroup };

const items = () => [
  { value: 'mail', label: say('E-mail', '邮件'), description: say('arrives within a minute', '一分钟内送达') },
  { value: 'text', label: say('Text message', '短信') },
  { value: 'none', label: say('None', '不通知'), disabled: true },
];
const legend = () => say('How to tell you', '通知方式');
const group = (props: object) =>
  h(UiRadioGroup<string>, { legend: legend(), items: items(), modelValue: 'text', ...props });

export const States = states({
  list: () => group({}),
  'nothing chosen': () => group({ modelValue: undefined }),
  card: () => group({ variant: 'card' }),
  table: () => group({ variant: 'table' }),
  segmented: () =>
    group({
      variant: 'segmented',
      items: items()
        .slice(0, 2)
        .map(({ value, label }) => ({ value, label })),
    }),
  disabled: () => group({ disabled: true }),
  'long text': () => group({ items: [{ value: 'text', label: long(), description: long() }] }),
});
