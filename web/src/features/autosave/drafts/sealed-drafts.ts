export interface DraftPorts {
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;
  keys: { of: (accountId: string) => Promise<CryptoKey>; forget: (accountId: string) => Promise<void> };
}

const prefix = 'yunzhen.draft.';
const ivBytes = 12;

/**
 * What a doctor has typed and the hospital has not acknowledged yet, encrypted in this browser. Each draft belongs to
 * the account that is in, can be opened under its own name only, and goes when it is acknowledged or the person signs
 * out. Where the browser offers no storage or no encryption nothing is kept.
 */
export function createSealedDrafts({ storage, keys }: DraftPorts) {
  let account: string | null = null;
  let key: Promise<CryptoKey> | null = null;
  /** The latest wish for each draft: an encryption that ends late must not undo what was asked for after it. */
  const turns = new Map<string, number>();

  function take(place: string): number {
    const turn = (turns.get(place) ?? 0) + 1;
    turns.set(place, turn);
    return turn;
  }

  function placeOf(name: string): string | null {
    return account === null ? null : `${prefix}${account}.${name}`;
  }

  function currentKey(of: string): Promise<CryptoKey> {
    key ??= keys.of(of);
    return key;
  }

  function enter(accountId: string): void {
    if (account === accountId) return;
    account = accountId;
    key = null;
  }

  return {
    /** Drafts are kept for this account from now on. */
    enter,
    /** The session is over but may be renewed: nothing more is kept, what is there stays for the same person. */
    pause(): void {
      account = null;
      key = null;
    },
    /** The person has signed out: their drafts and the key that could open them go. */
    async forgetAll(): Promise<void> {
      const leaving = account;
      account = null;
      key = null;
      if (leaving === null) return;
      const own = `${prefix}${leaving}.`;
      const places = Array.from({ length: storage.length }, (_, index) => storage.key(index));
      for (const place of places) if (place?.startsWith(own)) storage.removeItem(place);
      for (const place of turns.keys()) if (place.startsWith(own)) take(place);
      await keys.forget(leaving).catch(() => undefined);
    },
    async keep(name: string, value: unknown): Promise<void> {
      const place = placeOf(name);
      if (!place || account === null) return;
      const turn = take(place);
      try {
        const sealed = await seal(await currentKey(account), place, value);
        if (turns.get(place) === turn) storage.setItem(place, sealed);
      } catch {
        // A full or locked storage: the text is still on the page and is still being saved.
      }
    },
    /** The draft, or undefined when there is none that this person can open. */
    async read(name: string): Promise<unknown> {
      const place = placeOf(name);
      const sealed = place && storage.getItem(place);
      if (!place || !sealed || account === null) return undefined;
      try {
        return await open(await currentKey(account), place, sealed);
      } catch {
        return undefined;
      }
    },
    drop(name: string): void {
      const place = placeOf(name);
      if (!place) return;
      take(place);
      storage.removeItem(place);
    },
  };
}

async function seal(key: CryptoKey, place: string, value: unknown): Promise<string> {
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
  return Array.from(sealed, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function open(key: CryptoKey, place: string, sealed: string): Promise<unknown> {
  const bytes = Uint8Array.from(sealed.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const plain = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv: bytes.subarray(0, ivBytes), additionalData: new TextEncoder().encode(place) },
    key,
    bytes.subarray(ivBytes),
  );
  return JSON.parse(new TextDecoder().decode(plain)) as unknown;
}
