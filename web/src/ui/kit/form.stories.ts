import { h } from 'vue';
import { z } from 'zod';
import { say, states } from '../testing/stories.ts';
import UiButton from './button.vue';
import UiFormField from './form-field.vue';
import UiForm from './form.vue';
import UiInput from './input.vue';

export default { title: 'kit/form', component: UiForm };

const form = () =>
  h(UiForm as never, { state: { name: '' }, schema: z.object({ name: z.string().min(3) }) }, () => [
    h(UiFormField, { label: say('Name', '姓名'), name: 'name', required: true }, () =>
      h(UiInput, { modelValue: '', class: 'w-full' }),
    ),
    h(UiButton, { label: say('Save', '保存'), type: 'submit', class: 'mt-3' }),
  ]);

export const Empty = states({ empty: form });

export const Refused = {
  ...states({ refused: form }),
  tags: ['alone'],
  play: ({ canvasElement }: { canvasElement: HTMLElement }) => {
    for (const each of canvasElement.querySelectorAll('form')) each.requestSubmit();
  },
};
