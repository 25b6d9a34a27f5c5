export interface DraftKeys {
  of: (accountId: string) => Promise<CryptoKey>;
  forget: (accountId: string) => Promise<void>;
}

/** Store of encrypted texts, each under its own key (`place`). */
export interface DraftStore {
  read: (place: string) => Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Reads everything stored under this prefix, by place; only where a single read is slow. */
  readAll?: (prefix: string) => Promise<Map<string, Uint8Array<ArrayBuffer>>>;
  write: (place: string, sealed: Uint8Array<ArrayBuffer>) => Promise<void>;
  remove: (place: string) => Promise<void>;
  /** Removes everything stored under this prefix. */
  removeAll: (prefix: string) => Promise<void>;
}

type Wish = { readonly key: Promise<CryptoKey>; readonly value: unknown } | 'nothing';

const ivBytes = 12;

/** How long what was read ahead is used: other tabs may write. */
const aheadMs = 2_000;

/**
 * Encrypted store of text that a user has typed and the hospital has not acknowledged yet. Each draft belongs to the signed-in account and can be
 * decrypted under its own name only.
 * It is deleted when it is acknowledged or the user signs out. Where the browser offers no storage or no encryption, nothing is stored.
 */
export class SealedDrafts {
  readonly #store: DraftStore;
  readonly #keys: DraftKeys;
  #account: string | null = null;
  #key: Promise<CryptoKey> | null = null;
  #ahead: Promise<Map<string, Uint8Array<ArrayBuffer>> | null> | null = null;
  /** The latest pending write for each place. Earlier pending writes are skipped. */
  readonly #wishes = new Map<string, Wish>();
  readonly #running = new Map<string, Promise<void>>();

  constructor({ store, keys }: { store: DraftStore; keys: DraftKeys }) {
    this.#store = store;
    this.#keys = keys;
  }

  /** Stores drafts for this account from now on. Returns whether it is another one than before. */
  enter(accountId: string): boolean {
    if (this.#account === accountId) return false;
    this.#account = accountId;
    this.#key = null;
    this.#ahead = null;
    return true;
  }

  /** Reads all drafts of the account now: the page that asks for its own a moment later is then painted with it, not without it first. */
  readAhead(): void {
    if (this.#account === null || !this.#store.readAll) return;
    const reading = this.#store.readAll(placesOf(this.#account)).catch(() => null);
    this.#ahead = reading;
    setTimeout(() => {
      if (this.#ahead === reading) this.#ahead = null;
    }, aheadMs);
  }

  /** Stops storing drafts while the session is over but may be renewed; existing drafts stay for the same account. */
  pause(): void {
    this.#account = null;
    this.#key = null;
    this.#ahead = null;
  }

  /** Deletes the account’s drafts and their key after it has signed out. */
  async forgetAll(leaving = this.#account): Promise<void> {
    if (leaving === this.#account) this.pause();
    if (leaving === null) return;
    const own = placesOf(leaving);
    for (const place of this.#wishes.keys()) if (place.startsWith(own)) this.#wishes.delete(place);
    await Promise.all([...this.#running].map(([place, work]) => (place.startsWith(own) ? work : undefined)));
    await Promise.allSettled([this.#store.removeAll(own), this.#keys.forget(leaving)]);
  }

  /** Resolves when the value, or a later one under the same name, is stored. */
  async keep(name: string, value: unknown): Promise<void> {
    const place = this.#placeOf(name);
    if (place && this.#account !== null) await this.#wish(place, { key: this.#currentKey(this.#account), value });
  }

  /** Returns the draft, or undefined when there is none that this account can decrypt. */
  async read(name: string): Promise<unknown> {
    const place = this.#placeOf(name);
    const account = this.#account;
    if (!place || account === null) return undefined;
    try {
      await this.#running.get(place);
      const ahead = await this.#ahead;
      const sealed = ahead ? ahead.get(place) : await this.#store.read(place);
      // A browser that stores nothing for the account needs no key.
      if (!sealed || account !== this.#account) return undefined;
      return await open(await this.#currentKey(account), place, sealed);
    } catch {
      return undefined;
    }
  }

  async drop(name: string): Promise<void> {
    const place = this.#placeOf(name);
    if (place) await this.#wish(place, 'nothing');
  }

  #placeOf(name: string): string | null {
    return this.#account === null ? null : `${placesOf(this.#account)}${name}`;
  }

  #currentKey(of: string): Promise<CryptoKey> {
    if (this.#key) return this.#key;
    this.#key = this.#keys.of(of);
    // Callers that await the key receive the rejection; a draft that was dropped needs no key.
    this.#key.catch(() => undefined);
    return this.#key;
  }

  #wish(place: string, wanted: Wish): Promise<void> {
    this.#ahead = null;
    this.#wishes.set(place, wanted);
    const before = this.#running.get(place);
    if (before) return before;
    const now = this.#carryOut(place);
    this.#running.set(place, now);
    return now;
  }

  async #carryOut(place: string): Promise<void> {
    for (let wanted = this.#wishes.get(place); wanted; wanted = this.#wishes.get(place)) {
      this.#wishes.delete(place);
      try {
        if (wanted === 'nothing') await this.#store.remove(place);
        else await this.#store.write(place, await seal(await wanted.key, place, wanted.value));
      } catch {
        // The storage is full or locked: the text is still on the page and is still being saved to the hospital.
      }
    }
    this.#running.delete(place);
  }
}

const placesOf = (accountId: string) => `${accountId}.`;

async function seal(key: CryptoKey, place: string, value: unknown): Promise<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  const iv = crypto.getRandomValues(new Uint8Array(ivBytes));
  const bytes = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: encoder.encode(place) },
    key,
    encoder.encode(JSON.stringify(value)),
  );
  const sealed = new Uint8Array(ivBytes + bytes.byteLength);
  sealed.set(iv);
  sealed.set(new Uint8Array(bytes), ivBytes);
  return sealed;
}

async function open(key: CryptoKey, place: string, sealed: Uint8Array<ArrayBuffer>): Promise<unknown> {
  const plain = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv: sealed.subarray(0, ivBytes), additionalData: new TextEncoder().encode(place) },
    key,
    sealed.subarray(ivBytes),
  );
  return JSON.parse(new TextDecoder().decode(plain)) as unknown;
}
