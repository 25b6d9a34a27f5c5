// @vitest-environment happy-dom
import { createApp, defineComponent, h, nextTick, ref } from 'vue';
import { createMemoryHistory, createRouter } from 'vue-router';
import { expect, it } from 'vitest';
import { usePageHistory } from './use-page-history.ts';

/** Opens the check-in at this address with a draft that is at this page. The questions are there once `ready` is true. */
async function checkInAt(address: string, at: 'questions' | 'record', isReady = true) {
  const moves: string[] = [];
  const page = ref<'questions' | 'record' | 'done'>(at);
  const ready = ref(isReady);
  const CheckIn = defineComponent(() => {
    usePageHistory({
      page,
      ready: () => ready.value,
      toQuestions: () => moves.push('to the questions'),
      leaveQuestions: () => moves.push('leave the questions'),
    });
    return () => h('div');
  });
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/:p(.*)*', component: {} }] });
  await router.push(address);
  const app = createApp(CheckIn);
  app.use(router).mount(document.createElement('div'));
  await settled();
  return { moves, ready, router, close: () => app.unmount() };
}

async function settled() {
  for (let turn = 0; turn < 3; turn++) await nextTick();
}

async function openedAt(address: string, at: 'questions' | 'record'): Promise<string[]> {
  const { moves, close } = await checkInAt(address, at);
  close();
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

it('The record page is shown again only once the questions are there to be checked, and not a second time', async () => {
  const { moves, ready, close } = await checkInAt('/visits/7/prepare?page=record', 'questions', false);
  expect(moves).toEqual([]);
  for (const now of [true, false, true]) {
    ready.value = now;
    await settled();
  }
  expect(moves).toEqual(['leave the questions']);
  close();
});

it('Forward leads to the record only when the questions can be checked', async () => {
  const { moves, ready, router, close } = await checkInAt('/visits/7/prepare', 'questions', false);
  await router.push('/visits/7/prepare?page=record');
  expect(moves).toEqual([]);
  await router.push('/visits/7/prepare');
  ready.value = true;
  await settled();
  await router.push('/visits/7/prepare?page=record');
  await settled();
  expect(moves).toEqual(['leave the questions']);
  close();
});
