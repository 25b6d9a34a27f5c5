import { effectScope } from 'vue';
import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, expect, it, vi } from 'vitest';
import { useBenchPart, useBenchStore } from './index.ts';

beforeEach(() => setActivePinia(createPinia()));

it('The bench store shows a part and calls the latest mounted component that registered for it', async () => {
  const [search, editor] = [vi.fn(), vi.fn()];
  const scope = effectScope();
  effectScope().run(() => useBenchPart('prescription', { focus: search }));
  scope.run(() => useBenchPart('prescription', { focus: editor }));
  const bench = useBenchStore();
  await bench.goTo('prescription');
  expect(bench.part).toBe('prescription');
  scope.stop();
  await bench.goTo('prescription');
  expect([editor.mock.calls.length, search.mock.calls.length]).toEqual([1, 1]);
});

it('The bench store saves every part at once and signs only the requested one', async () => {
  const [note, lines, sign] = [vi.fn(), vi.fn(), vi.fn()];
  effectScope().run(() => {
    useBenchPart('note', { saveNow: note, askToSign: sign });
    useBenchPart('prescription', { saveNow: lines });
  });
  const bench = useBenchStore();
  bench.saveNow();
  expect([note.mock.calls.length, lines.mock.calls.length, sign.mock.calls.length]).toEqual([1, 1, 0]);
  await bench.askToSign('note');
  expect(sign).toHaveBeenCalledOnce();
  expect(bench.part).toBe('note');
});
