export interface SearchState<Item> {
  readonly words: string;
  readonly status: 'idle' | 'searching' | 'found' | 'failed';
  readonly items: readonly Item[];
}

export interface SearchPorts<Item> {
  find: (words: string, signal: AbortSignal) => Promise<readonly Item[]>;
  /** Calls back once after so many milliseconds; returns what takes the call back. */
  later: (milliseconds: number, callback: () => void) => () => void;
  tell: (state: SearchState<Item>) => void;
}

const pauseMilliseconds = 180;

/**
 * A search while typing: asked after a short pause, the one before aborted, an answer that comes late dropped. What was
 * found stays to be seen while the next words are searched.
 */
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
