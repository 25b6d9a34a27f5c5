// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { createPinia } from 'pinia';
import { PiniaColada, useQuery } from '@pinia/colada';
import { createApp, defineComponent, h, nextTick, shallowRef } from 'vue';
import { restartAbortedQueries } from './restart-aborted-queries.ts';

/** Opens a page, and the next one while the query that both need is still loading. Returns what the query cache sent and what the page shows. */
async function goOnWhileLoading(shared: boolean) {
  const answers: ((text: string) => void)[] = [];
  const ask = ({ signal }: { signal: AbortSignal }) =>
    new Promise<string>((resolve, reject) => {
      answers.push(resolve);
      signal.addEventListener('abort', () => reject(signal.reason));
    });
  const page = () =>
    defineComponent(() => {
      const { data } = useQuery({ key: ['departments'], query: ask });
      return () => h('p', data.value ?? 'loading');
    });
  const [before, next] = [page(), page()];
  const isNext = shallowRef(false);
  const root = document.createElement('div');
  const show = () => (shared ? [h(before), isNext.value ? h(next) : null] : h(isNext.value ? next : before));
  const app = createApp({ setup: () => () => h('main', null, show()) });
  app
    .use(createPinia())
    .use(PiniaColada, { plugins: [restartAbortedQueries] })
    .mount(root);
  isNext.value = true;
  await nextTick();
  await nextTick();
  const sent = answers.length;
  answers.at(-1)?.('all departments');
  await expect.poll(() => root.textContent).toContain('all departments');
  app.unmount();
  return sent;
}

describe('a query that is loading when the page changes', () => {
  it('is sent again for the next page when closing the previous page aborted it', async () => {
    expect(await goOnWhileLoading(false)).toBe(2);
  });

  it('is sent once while the previous page is open', async () => {
    expect(await goOnWhileLoading(true)).toBe(1);
  });
});
