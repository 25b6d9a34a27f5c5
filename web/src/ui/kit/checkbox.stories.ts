import { h } from 'vue';
import { long, say, states } from '../testing/stories.ts';
import UiCheckbox from './checkbox.vue';
import UiCheckboxGroup from './checkbox-group.vue';

export default { title: 'kit/checkbox', component: UiCheckbox };

const label = () => say('Remind me', '提醒我');
const days = () => [
  { value: 'monday', label: say('Monday', '周一') },
  { value: 'tuesday', label: say('Tuesday', '周二'), description: say('mornings only', '仅上午') },
  { value: 'sunday', label: say('Sunday', '周日'), disabled: true },
];

export const States = states({
  off: () => h(UiCheckbox, { label: label(), modelValue: false }),
  on: () => h(UiCheckbox, { label: label(), modelValue: true }),
  'in between': () => h(UiCheckbox, { label: label(), modelValue: 'indeterminate' }),
  disabled: () => [false, true].map((modelValue) => h(UiCheckbox, { label: label(), modelValue, disabled: true })),
  required: () => h(UiCheckbox, { label: label(), required: true }),
  card: () => h(UiCheckbox, { label: label(), description: long(), variant: 'card', modelValue: true }),
  'long text': () => h(UiCheckbox, { label: long(), description: long() }),
  group: () =>
    h(UiCheckboxGroup, {
      legend: say('Days', '日期'),
      items: days(),
      modelValue: ['monday'],
      layout: 'grid gap-2',
      required: true,
    }),
});
