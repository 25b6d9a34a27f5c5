import { h, type VNodeChild } from 'vue';
import IconSearch from '~icons/lucide/search';
import { long, say, states } from '../testing/stories.ts';
import UiFormField from './form-field.vue';
import UiDateTimeInput from './date-time-input.vue';
import UiInput from './input.vue';
import UiNumberInput from './number-input.vue';
import UiTextarea from './textarea.vue';
import UiTimeInput from './time-input.vue';

export default { title: 'kit/fields' };

const label = () => say('Street', '街道');
const fault = () => say('Enter at least 3 characters.', '请至少输入 3 个字。');
/** Renders a field in each state; `draw` receives the props of the control. */
const inStates = (draw: (props: object) => VNodeChild) =>
  states({
    empty: () => field({}, draw({ placeholder: say('for example: West Road', '例如：西路') })),
    filled: () => field({}, draw({ modelValue: say('West Road', '西路') })),
    required: () => field({ required: true, hint: say('as on your card', '与证件一致') }, draw({})),
    help: () => field({ help: long() }, draw({})),
    invalid: () => field({ error: fault() }, draw({ modelValue: 'W' })),
    disabled: () => field({}, draw({ modelValue: say('West Road', '西路'), disabled: true })),
    'long text': () => field({ label: long(), error: long() }, draw({ modelValue: long() })),
  });
const field = (props: object, control: VNodeChild) =>
  h(UiFormField, { label: label(), class: 'w-full max-w-sm', ...props }, () => control);

export const Input = inStates((props) => h(UiInput, { icon: IconSearch, class: 'w-full', ...props }));
export const Textarea = inStates((props) => h(UiTextarea, { class: 'w-full', ...props }));

export const NumberInput = states({
  empty: () => field({}, h(UiNumberInput)),
  filled: () => field({}, h(UiNumberInput, { modelValue: 3, min: 1, max: 9 })),
  'at its limits': () => [1, 9].map((modelValue) => field({}, h(UiNumberInput, { modelValue, min: 1, max: 9 }))),
  invalid: () => field({ error: fault() }, h(UiNumberInput, { modelValue: 3 })),
  disabled: () => field({}, h(UiNumberInput, { modelValue: 3, disabled: true })),
});

export const TimeInput = states({
  empty: () => field({}, h(UiTimeInput, { modelValue: '' })),
  filled: () => field({}, h(UiTimeInput, { modelValue: '13:30' })),
  invalid: () => field({ error: fault() }, h(UiTimeInput, { modelValue: '' })),
  'with a day': () => field({}, h(UiDateTimeInput, { modelValue: '2026-11-30T09:30', label: label() })),
});

export const InputSizes = states({
  sizes: () =>
    (['xs', 'sm', 'md', 'lg', 'xl'] as const).map((size) =>
      h(UiInput, { size, icon: IconSearch, 'aria-label': label(), placeholder: label() }),
    ),
});
