import type sharp from 'sharp';
import { expect, it, vi } from 'vitest';
import { pictureLibraryOf } from './picture-library.ts';

it('is loaded again after its first load failed, and then remembered', async () => {
  const none = () => undefined;
  const library = { block: none, unblock: none, cache: none, concurrency: none } as unknown as typeof sharp;
  const load = vi.fn<() => typeof sharp>(() => library);
  load.mockImplementationOnce(() => {
    throw new Error('too many open files');
  });
  const pictures = pictureLibraryOf(load);
  await expect(pictures()).rejects.toThrow('too many open files');
  expect(await pictures()).toBe(library);
  expect(await pictures()).toBe(library);
  expect(load).toHaveBeenCalledTimes(2);
});
