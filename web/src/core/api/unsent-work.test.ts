import { describe, expect, it, vi } from 'vitest';
import { createLeaving } from './unsent-work.ts';

function browser(kept: Record<string, string[]>) {
  const ask = vi.fn<(question: string) => boolean>(() => false);
  const state = { isVisible: true, language: 'en' };
  const mayLeave = createLeaving({
    databases: () => Promise.resolve(Object.keys(kept).map((name) => ({ name }))),
    keysOf: (name) => Promise.resolve(kept[name] ?? []),
    isVisible: () => state.isVisible,
    ask,
    language: () => state.language,
  });
  return { ask, state, mayLeave };
}

describe('leaving the address of a hospital that has moved', () => {
  it('needs no question without unsent work', async () => {
    const kept = { 'yunzhen.chat': [], 'yunzhen.drafts': ['held.prescriptions'], another: ['x'] };
    const { mayLeave, ask } = browser(kept);
    expect(await mayLeave()).toBe(true);
    expect(ask).not.toHaveBeenCalled();
  });

  it.each<Record<string, string[]>>([
    { 'yunzhen.chat': ['account/message/visit/1'] },
    { 'yunzhen.drafts': ['account.note'] },
  ])('is asked about once with %o', async (kept) => {
    const { mayLeave, ask } = browser(kept);
    expect([await mayLeave(), await mayLeave()]).toEqual([false, false]);
    expect(ask).toHaveBeenCalledOnce();
    expect(ask.mock.calls[0]?.[0]).toContain('not sent yet');
  });

  it('waits for a person who looks at the page, and asks in their language', async () => {
    const { mayLeave, ask, state } = browser({ 'yunzhen.chat': ['account/message/visit/1'] });
    ask.mockReturnValue(true);
    state.isVisible = false;
    expect(await mayLeave()).toBe(false);
    expect(ask).not.toHaveBeenCalled();
    Object.assign(state, { isVisible: true, language: 'zh-CN' });
    expect(await mayLeave()).toBe(true);
    expect(ask.mock.calls[0]?.[0]).toContain('未发送');
  });
});
