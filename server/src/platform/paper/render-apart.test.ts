import { describe, expect, it } from 'vitest';
import { renderApart } from './render-apart.ts';

const url = new URL('./testing/papers.ts', import.meta.url).href;
const { page, refused, crash } = await import('./testing/papers.ts');

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

  it('rejects parameters that cannot be sent to a thread', async () => {
    const uncopied = page as unknown as (text: () => string) => Promise<Buffer>;
    await expect(renderApart<typeof uncopied>(url, 'uncopied', () => 'a function')).rejects.toThrow(
      'could not be cloned',
    );
  });
});
