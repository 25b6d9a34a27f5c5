import { describe, expect, it } from 'vitest';
import { renderApart } from './render-apart.ts';

const url = new URL('./testing/papers.ts', import.meta.url).href;
const { page, refused, crash } = await import('./testing/papers.ts');

describe('renderApart', () => {
  it('gives each caller the document that it asked for', async () => {
    const texts = ['one', '两', 'three'];
    const papers = await Promise.all(texts.map((text) => renderApart(url, page, text, new Uint8Array([1, 2]))));
    expect(papers.map(String)).toEqual(texts.map((text) => `${text} 1,2`));
  });

  it('hands over what the renderer threw, and goes on', async () => {
    await expect(renderApart(url, refused, 'too long')).rejects.toThrow(new RangeError('too long'));
    expect(String(await renderApart(url, page, 'next', new Uint8Array()))).toBe('next ');
  });

  it('refuses everybody who waits when the thread dies, and starts another for the next', async () => {
    const dying = [renderApart(url, crash), renderApart(url, page, 'lost', new Uint8Array())];
    const outcomes = await Promise.allSettled(dying);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(String(await renderApart(url, page, 'again', new Uint8Array()))).toBe('again ');
  });

  it('refuses what can’t be handed to a thread', async () => {
    const uncopied = page as unknown as (text: () => string) => Promise<Buffer>;
    await expect(renderApart(url, uncopied, () => 'a function')).rejects.toThrow('could not be cloned');
  });
});
