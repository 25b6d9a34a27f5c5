// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { createApp, nextTick, shallowRef } from 'vue';
import { createMemoryHistory, createRouter } from 'vue-router';
import { useTableState } from './use-table-state.ts';

/** Resolves the lazy page when the test wants it. */
let arrive: (page: { render: () => null }) => void;
let fail: (error: Error) => void;
let page: Promise<{ render: () => null }>;
beforeEach(() => {
  page = new Promise((resolve, reject) => ([arrive, fail] = [resolve, reject]));
});

/** Mounts a list at that address and returns its table state. */
async function listAt(address: string, order?: 'asc' | 'desc', prefix?: string) {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/', component: { render: () => null } },
      { path: '/slow', component: () => page },
    ],
  });
  await router.push(address);
  const made: ReturnType<typeof useTableState<'number' | 'size'>>[] = [];
  const app = createApp({
    setup() {
      made.push(
        useTableState({ sorts: ['number', 'size'], ...(order ? { order } : {}), ...(prefix ? { prefix } : {}) }),
      );
      return () => null;
    },
  });
  app.use(router).mount(document.createElement('div'));
  const [list] = made;
  if (!list) throw new Error('the page has not been mounted');
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
    go: (to: string) => router.push(to),
    address: () => router.currentRoute.value.fullPath,
  };
}

it('A table starts with its default order unless the address sets one', async () => {
  expect((await listAt('/')).sorted()).toBe('number asc');
  expect((await listAt('/', 'desc')).sorted()).toBe('number desc');
  expect((await listAt('/?sort=size&order=asc', 'desc')).sorted()).toBe('size asc');
  expect((await listAt('/?sort=wrong&order=wrong', 'desc')).sorted()).toBe('number desc');
});

it('A table reverses its order on the same column, and starts another column in ascending order', async () => {
  const list = await listAt('/?cursor=abc', 'desc');
  await list.press('number');
  expect([list.sorted(), list.address()]).toEqual(['number asc', '/?sort=number&order=asc']);
  await list.press('number');
  expect(list.sorted()).toBe('number desc');
  await list.press('size');
  expect(list.sorted()).toBe('size asc');
});

it('Two tables of one page keep separate queries', async () => {
  const list = await listAt('/?sort=size&order=desc&cursor=abc&log-sort=size&log-cursor=def', 'asc', 'log-');
  expect(list.sorted()).toBe('size asc');
  await list.press('number');
  expect(list.address()).toBe('/?sort=size&order=desc&cursor=abc&log-sort=number&log-order=asc');
});

it('A table writes nothing into the address of the next page before the debounce of typing ends', async () => {
  vi.useFakeTimers();
  const [left, stayed] = [await listAt('/'), await listAt('/')];
  for (const list of [left, stayed]) list.type('reminder');
  await nextTick();
  left.leave();
  await vi.runAllTimersAsync();
  vi.useRealTimers();
  expect([left.address(), stayed.address()]).toEqual(['/', '/?q=reminder']);
});

it('A table does not navigate back after a link was followed before the debounce ended, however slowly that page loads', async () => {
  vi.useFakeTimers();
  const list = await listAt('/');
  list.type('reminder');
  await nextTick();
  const going = list.go('/slow');
  await vi.runAllTimersAsync();
  arrive({ render: () => null });
  await going;
  vi.useRealTimers();
  expect(list.address()).toBe('/slow');
});

it('A table searches again where the next page could not be loaded', async () => {
  vi.useFakeTimers();
  const list = await listAt('/');
  const going = list.go('/slow');
  await vi.advanceTimersByTimeAsync(0);
  fail(new Error('no network'));
  await expect(going).rejects.toThrow('no network');
  list.type('reminder');
  await vi.runAllTimersAsync();
  vi.useRealTimers();
  expect(list.address()).toBe('/?q=reminder');
});
