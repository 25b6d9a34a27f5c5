import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { timeouts } from '../config/timeouts.ts';
import { renderApart } from './render-apart.ts';

const url = new URL('./testing/papers.ts', import.meta.url).href;
const { page, refused, crash, thread } = await import('./testing/papers.ts');

describe('renderApart', () => {
  it('returns to each caller the requested document', async () => {
    const texts = ['one', '两', 'three'];
    const papers = await Promise.all(
      texts.map((text) => renderApart<typeof page>(url, 'page', text, new Uint8Array([1, 2]))),
    );
    expect(papers.map(String)).toEqual(texts.map((text) => `${text} 1,2`));
  });

  it('passes on the renderer’s error, and continues', async () => {
    await expect(renderApart<typeof refused>(url, 'refused', 'too long')).rejects.toThrow(new RangeError('too long'));
    expect(String(await renderApart<typeof page>(url, 'page', 'next', new Uint8Array()))).toBe('next ');
  });

  it('rejects all pending calls when the thread dies, and starts another for the next call', async () => {
    const dying = [
      renderApart<typeof crash>(url, 'crash'),
      renderApart<typeof page>(url, 'page', 'lost', new Uint8Array()),
    ];
    const outcomes = await Promise.allSettled(dying);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(String(await renderApart<typeof page>(url, 'page', 'again', new Uint8Array()))).toBe('again ');
  });

  it('stops the thread after it was idle, and starts another for the next call', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const threadOf = async () => String(await renderApart<typeof thread>(url, 'thread'));
    const first = await threadOf();
    vi.advanceTimersByTime(timeouts['threads.idle'] - 1);
    expect(await threadOf()).toBe(first);
    vi.advanceTimersByTime(timeouts['threads.idle']);
    expect(await threadOf()).not.toBe(first);
  });

  it('rejects parameters that cannot be sent to a thread', async () => {
    const uncopied = page as unknown as (text: () => string) => Promise<Buffer>;
    await expect(renderApart<typeof uncopied>(url, 'uncopied', () => 'a function')).rejects.toThrow(
      'could not be cloned',
    );
  });
});
