import type { Later } from '../../core/later.ts';

export interface SearchState<Item> {
  readonly words: string;
  readonly status: 'idle' | 'searching' | 'found' | 'failed';
  readonly items: readonly Item[];
}

export interface SearchPorts<Item> {
  find: (words: string, signal: AbortSignal) => Promise<readonly Item[]>;
  later: Later;
  tell: (state: SearchState<Item>) => void;
}

const pauseMilliseconds = 180;

/** Creates a debounced search: aborts the earlier request and drops late answers. Results stay visible while the next text is searched. */
export function createRemoteSearch<Item>({ find, later, tell }: SearchPorts<Item>) {
  let state: SearchState<Item> = { words: '', status: 'idle', items: [] };
  let running: AbortController | null = null;
  let cancelPause = () => {};

  function enter(next: Partial<SearchState<Item>>): void {
    state = { ...state, ...next };
    tell(state);
  }

  function stop(): void {
    cancelPause();
    running?.abort();
    running = null;
  }

  function ask(words: string): void {
    const own = new AbortController();
    running = own;
    find(words, own.signal).then(
      (items) => own === running && enter({ status: 'found', items }),
      () => own === running && enter({ status: 'failed', items: [] }),
    );
  }

  return {
    search(text: string): void {
      const words = text.trim();
      if (words === state.words && state.status !== 'failed') return;
      stop();
      if (words === '') return enter({ words, status: 'idle', items: [] });
      enter({ words, status: 'searching' });
      cancelPause = later(pauseMilliseconds, () => ask(words));
    },
    stop,
  };
}
