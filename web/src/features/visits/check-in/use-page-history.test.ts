// @vitest-environment happy-dom
import { createApp, defineComponent, h, ref } from 'vue';
import { createMemoryHistory, createRouter } from 'vue-router';
import { expect, it } from 'vitest';
import { usePageHistory } from './use-page-history.ts';

/** Opens the check-in at this address with a draft that is at this page, and returns which moves it made. */
async function openedAt(address: string, at: 'questions' | 'record'): Promise<string[]> {
  const moves: string[] = [];
  const page = ref<'questions' | 'record' | 'done'>(at);
  const CheckIn = defineComponent(() => {
    usePageHistory({
      page,
      toQuestions: () => moves.push('to the questions'),
      leaveQuestions: () => moves.push('leave the questions'),
    });
    return () => h('div');
  });
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:p(.*)*', component: {} }] });
  await router.push(address);
  const app = createApp(CheckIn);
  app.use(router).mount(document.createElement('div'));
  app.unmount();
  return moves;
}

it('The record page is shown again after a reload, even when the draft was not yet stored', async () => {
  expect(await openedAt('/visits/7/prepare?page=record', 'questions')).toEqual(['leave the questions']);
});

it.each(['/visits/7/prepare', '/visits/7/prepare?page=record'])(
  '%s shows the record when the draft is there',
  async (address) => {
    expect(await openedAt(address, 'record')).toEqual([]);
  },
);

it('The questions are shown at the address without a page', async () => {
  expect(await openedAt('/visits/7/prepare', 'questions')).toEqual([]);
});
