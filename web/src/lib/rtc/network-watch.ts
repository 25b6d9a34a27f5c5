import { Emitter } from './emitter.ts';

type NetworkEvents = {
  online: [];
  offline: [];
  /** The page came back to the front, or the machine woke up. */
  visible: [];
};

/** What the browser says of its network and of the page’s visibility: hints that speed recovery up, never proof. */
export interface NetworkPort {
  readonly online: boolean;
  on(name: keyof NetworkEvents, listener: () => void): () => void;
  close(): void;
}

export class NetworkWatch extends Emitter<NetworkEvents> implements NetworkPort {
  readonly #aborted = new AbortController();

  constructor() {
    super();
    const { signal } = this.#aborted;
    window.addEventListener('online', () => this.emit('online'), { signal });
    window.addEventListener('offline', () => this.emit('offline'), { signal });
    document.addEventListener(
      'visibilitychange',
      () => {
        if (document.visibilityState === 'visible') this.emit('visible');
      },
      { signal },
    );
  }

  get online(): boolean {
    return navigator.onLine;
  }

  close(): void {
    this.#aborted.abort();
    this.removeAllListeners();
  }
}
