import { h } from 'vue';
import { long, say, states } from '../testing/stories.ts';
import UiSwitch from './switch.vue';

export default { title: 'kit/switch', component: UiSwitch };

const label = () => say('Reminders', '提醒');

export const States = states({
  off: () => h(UiSwitch, { label: label(), modelValue: false }),
  on: () => h(UiSwitch, { label: label(), modelValue: true }),
  disabled: () => [false, true].map((modelValue) => h(UiSwitch, { label: label(), modelValue, disabled: true })),
  loading: () => h(UiSwitch, { label: label(), modelValue: true, loading: true }),
  'long text': () => h(UiSwitch, { label: long(), description: long() }),
});
