import { nextTick, shallowRef } from 'vue';
import { expect, it } from 'vitest';
import { useSuggestedText } from './use-suggested-text.ts';

it('A dialog suggests the current text at each opening, and never replaces one that was edited', async () => {
  const open = shallowRef(false);
  let plan = 'Rest';
  const text = useSuggestedText(open, () => plan);
  const reopen = async () => {
    open.value = false;
    await nextTick();
    open.value = true;
    await nextTick();
  };
  await reopen();
  expect(text.value).toBe('Rest');
  plan = 'Rest, fluids';
  await reopen();
  expect(text.value).toBe('Rest, fluids');
  text.value = 'Please rest and drink enough.';
  plan = 'Rest, fluids, review in 3 days';
  await reopen();
  expect(text.value).toBe('Please rest and drink enough.');
  text.value = ' ';
  await reopen();
  expect(text.value).toBe('Rest, fluids, review in 3 days');
});
