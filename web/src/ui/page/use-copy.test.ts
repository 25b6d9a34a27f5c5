import { afterAll, afterEach, expect, it, vi } from 'vitest';
import { nextTick } from 'vue';
import { announcement } from './announcer.ts';
import { useCopy } from './use-copy.ts';
import { dismissNotice, notices } from './use-notices.ts';

const writeText = vi.fn<(text: string) => Promise<void>>();
vi.stubGlobal('navigator', { clipboard: { writeText } });
afterAll(() => vi.unstubAllGlobals());

afterEach(() => {
  for (const { id } of notices.value) dismissNotice(id);
});

it('copies the text and announces it once the browser has it', async () => {
  writeText.mockResolvedValueOnce();
  const { copied, copy } = useCopy(() => 'Copied');
  expect(copied.value).toBe(false);
  await copy('a secret');
  await nextTick();
  expect([writeText.mock.lastCall, copied.value, announcement.value]).toEqual([['a secret'], true, 'Copied']);
});

it('shows a notice when the browser refuses', async () => {
  writeText.mockRejectedValueOnce(new Error('refused'));
  const { copied, copy } = useCopy(() => 'Copied');
  await copy('a secret');
  expect([copied.value, notices.value.map(({ kind }) => kind)]).toEqual([false, ['problem']]);
});
