// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { createApp, nextTick, shallowRef } from 'vue';
import { createMemoryHistory, createRouter } from 'vue-router';
import { useListState } from './use-list-state.ts';

/** A list of a page at that address, with what its table is given. */
async function listAt(address: string, order?: 'asc' | 'desc', prefix?: string) {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/', component: { render: () => null } }],
  });
  await router.push(address);
  const made: ReturnType<typeof useListState<'number' | 'size'>>[] = [];
  const app = createApp({
    setup() {
      made.push(
        useListState({ sorts: ['number', 'size'], ...(order ? { order } : {}), ...(prefix ? { prefix } : {}) }),
      );
      return () => null;
    },
  });
  app.use(router).mount(document.createElement('div'));
  const [list] = made;
  if (!list) throw new Error('the page was not set up');
  const { asked, shows, typed } = list;
  const nothing = { data: shallowRef(), error: shallowRef(), isLoading: shallowRef(false), refetch: () => undefined };
  return {
    sorted: () => `${asked.value.sort} ${asked.value.order}`,
    async press(column: string) {
      const changed = new Promise((resolve) => {
        const end = router.afterEach(() => resolve(end()));
      });
      shows(nothing).onSort(column);
      await changed;
      await nextTick();
    },
    type: (text: string) => (typed.value = text),
    leave: () => app.unmount(),
    address: () => router.currentRoute.value.fullPath,
  };
}

it('begins the way round that the list says, until the address says otherwise', async () => {
  expect((await listAt('/')).sorted()).toBe('number asc');
  expect((await listAt('/', 'desc')).sorted()).toBe('number desc');
  expect((await listAt('/?sort=size&order=asc', 'desc')).sorted()).toBe('size asc');
  expect((await listAt('/?sort=wrong&order=wrong', 'desc')).sorted()).toBe('number desc');
});

it('is turned round by the same column again, and another column begins with the lowest', async () => {
  const list = await listAt('/?cursor=abc', 'desc');
  await list.press('number');
  expect([list.sorted(), list.address()]).toEqual(['number asc', '/?sort=number&order=asc']);
  await list.press('number');
  expect(list.sorted()).toBe('number desc');
  await list.press('size');
  expect(list.sorted()).toBe('size asc');
});

it('keeps apart what two lists of one page are asked for', async () => {
  const list = await listAt('/?sort=size&order=desc&cursor=abc&log-sort=size&log-cursor=def', 'asc', 'log-');
  expect(list.sorted()).toBe('size asc');
  await list.press('number');
  expect(list.address()).toBe('/?sort=size&order=desc&cursor=abc&log-sort=number&log-order=asc');
});

it('writes nothing into the address of the page that somebody went to before the typing rested', async () => {
  vi.useFakeTimers();
  const [left, stayed] = [await listAt('/'), await listAt('/')];
  for (const list of [left, stayed]) list.type('reminder');
  await nextTick();
  left.leave();
  await vi.runAllTimersAsync();
  vi.useRealTimers();
  expect([left.address(), stayed.address()]).toEqual(['/', '/?q=reminder']);
});
