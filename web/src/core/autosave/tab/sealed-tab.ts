import { SealedDrafts, type DraftKeys, type DraftStore } from '../drafts/sealed-drafts.ts';

/** Store of encrypted texts of one tab, whose names can be listed. */
export interface TabStore extends DraftStore {
  /** Returns the names under this prefix, without the prefix. */
  namesOf: (prefix: string) => string[];
}

interface Ports {
  store: TabStore;
  keys: DraftKeys;
  now?: () => number;
}

/** Maximum age: a browser that restores its tabs would store them for weeks. */
const LONGEST = 24 * 3_600_000;

/**
 * Stores values of a tab across reloads before the user signs in. Reads and writes are synchronous in memory; session storage has the encrypted copy,
 * whose key scripts cannot read.
 * Call `open` before the first read.
 */
export class SealedTab {
  readonly #owner: string;
  readonly #store: TabStore;
  readonly #now: () => number;
  readonly #sealed: SealedDrafts;
  readonly #texts = new Map<string, string>();
  #opening: Promise<void> | undefined;
  #last: Promise<void> = Promise.resolve();

  constructor(owner: string, { store, keys, now = Date.now }: Ports) {
    this.#owner = owner;
    this.#store = store;
    this.#now = now;
    this.#sealed = new SealedDrafts({ store, keys });
    this.#sealed.enter(owner);
  }

  /** Decrypts what an earlier page of this tab stored. Deletes values older than a day. */
  open(): Promise<void> {
    return (this.#opening ??= this.#read());
  }

  getItem(name: string): string | null {
    return this.#texts.get(name) ?? null;
  }

  setItem(name: string, text: string): void {
    this.#texts.set(name, text);
    this.#last = this.#sealed.keep(name, { text, at: this.#now() });
  }

  removeItem(name: string): void {
    this.#texts.delete(name);
    this.#last = this.#sealed.drop(name);
  }

  /** Resolves when a reload would return the last written values. */
  settled(): Promise<void> {
    return this.#last;
  }

  /** Deletes everything, including the key that could decrypt a copy. */
  async forget(): Promise<void> {
    this.#texts.clear();
    await this.#sealed.forgetAll(this.#owner);
    this.#sealed.enter(this.#owner);
  }

  async #read(): Promise<void> {
    for (const name of this.#store.namesOf(`${this.#owner}.`)) {
      const { text, at } = ((await this.#sealed.read(name)) ?? {}) as { text?: unknown; at?: unknown };
      if (typeof text === 'string' && typeof at === 'number' && at > this.#now() - LONGEST) this.#texts.set(name, text);
      else await this.#sealed.drop(name);
    }
  }
}
