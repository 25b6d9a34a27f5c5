import { beforeEach, describe, expect, it } from 'vitest';
import { createRemoteSearch, type SearchState } from './remote-search.ts';

interface Asked {
  words: string;
  signal: AbortSignal;
  answer: (items: string[]) => void;
  fail: () => void;
}

describe('Search while typing', () => {
  let asked: Asked[];
  let pauses: Set<() => void>;
  let state: SearchState<string>;
  let search: ReturnType<typeof createRemoteSearch<string>>;

  beforeEach(() => {
    asked = [];
    pauses = new Set();
    state = { words: '', status: 'idle', items: [] };
    search = createRemoteSearch<string>({
      find: (words, signal) =>
        new Promise((resolve, reject) =>
          asked.push({ words, signal, answer: resolve, fail: () => reject(new Error('away')) }),
        ),
      later(_, callback) {
        pauses.add(callback);
        return () => pauses.delete(callback);
      },
      tell: (next) => (state = next),
    });
  });

  const pause = () => {
    for (const callback of [...pauses]) {
      pauses.delete(callback);
      callback();
    }
  };
  const settle = async () => {
    for (let turn = 0; turn < 3; turn++) await Promise.resolve();
  };

  it('sends one request for continuous typing', () => {
    for (const text of ['h', 'hy', 'hyp ']) search.search(text);
    pause();
    expect(asked.map(({ words }) => words)).toEqual(['hyp']);
    expect(state.status).toBe('searching');
  });

  it('shows results and keeps them while the next text is searched', async () => {
    search.search('hyp');
    pause();
    asked[0]?.answer(['hypertension']);
    await settle();
    expect(state).toEqual({ words: 'hyp', status: 'found', items: ['hypertension'] });
    search.search('hypo');
    expect(state).toEqual({ words: 'hypo', status: 'searching', items: ['hypertension'] });
  });

  it('aborts the earlier request and drops its answer, even when it arrives later', async () => {
    search.search('hyp');
    pause();
    search.search('asthma');
    pause();
    expect(asked[0]?.signal.aborted).toBe(true);
    asked[1]?.answer(['asthma']);
    await settle();
    asked[0]?.answer(['hypertension']);
    await settle();
    expect(state.items).toEqual(['asthma']);
  });

  it('reports a missing answer and searches the same text again', async () => {
    search.search('hyp');
    pause();
    asked[0]?.fail();
    await settle();
    expect(state).toEqual({ words: 'hyp', status: 'failed', items: [] });
    search.search('hyp');
    pause();
    expect(asked).toHaveLength(2);
  });

  it('clears everything when the field is emptied', async () => {
    search.search('hyp');
    pause();
    search.search('');
    asked[0]?.answer(['hypertension']);
    await settle();
    expect(state).toEqual({ words: '', status: 'idle', items: [] });
  });
});
