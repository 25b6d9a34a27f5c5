import type { OutgoingMessage } from './outgoing.ts';

/** Record in the browser’s database: ids in clear, everything else encrypted. */
export interface SealedRecord {
  /** Account, kind, visit and id. A record can be decrypted in its own place only. */
  place: string;
  iv: Uint8Array<ArrayBuffer>;
  sealed: ArrayBuffer;
}

export interface SealedItemsPorts {
  records: {
    put(record: SealedRecord): Promise<void>;
    /** Returns every record whose place has this prefix. */
    all(prefix: string): Promise<SealedRecord[]>;
    remove(place: string): Promise<void>;
    removeAll(prefix: string): Promise<void>;
  };
  keys: { of(accountId: string): Promise<CryptoKey>; forget(accountId: string): Promise<void> };
}

const ivBytes = 12;

/**
 * Messages and drafts of one account in this browser, encrypted under a key that scripts can use but not read. They are deleted after
 * acknowledgement, or with the key at sign-out.
 */
export function createSealedItems({ records, keys }: SealedItemsPorts, accountId: string) {
  let gone = false;
  /** Number of the latest write of each draft. */
  const draftTurns = new Map<string, number>();
  const draftWrites = new Map<string, Promise<void>>();
  const messagesOf = (visitId: string) => `${accountId}/message/${visitId}/`;
  const draftOf = (visitId: string) => `${accountId}/draft/${visitId}`;

  async function keep(place: string, value: Uint8Array<ArrayBuffer>, wanted = () => true): Promise<void> {
    const iv = crypto.getRandomValues(new Uint8Array(ivBytes));
    const sealed = await crypto.subtle.encrypt(cipher(iv, place), await keys.of(accountId), value);
    // Encryption may end after sign-out, or after a newer write.
    if (!gone && wanted()) await records.put({ place, iv, sealed });
  }

  async function open({ place, iv, sealed }: SealedRecord): Promise<Uint8Array<ArrayBuffer> | null> {
    try {
      return new Uint8Array(await crypto.subtle.decrypt(cipher(iv, place), await keys.of(accountId), sealed));
    } catch {
      return null;
    }
  }

  return {
    async keepMessage(visitId: string, message: OutgoingMessage): Promise<void> {
      await keep(messagesOf(visitId) + message.id, await packed(message));
    },
    async messages(visitId: string): Promise<OutgoingMessage[]> {
      const opened = await Promise.all((await records.all(messagesOf(visitId))).map(open));
      return opened.flatMap((bytes) => (bytes ? [unpacked(bytes)] : []));
    },
    dropMessage: (visitId: string, id: string) => records.remove(messagesOf(visitId) + id),
    /** Returns the visits with pending messages. */
    async visits(): Promise<string[]> {
      const prefix = `${accountId}/message/`;
      const places = (await records.all(prefix)).map(({ place }) => place.slice(prefix.length).split('/')[0] ?? '');
      return [...new Set(places)];
    },
    keepDraft(visitId: string, text: string): Promise<void> {
      const mine = (draftTurns.get(visitId) ?? 0) + 1;
      draftTurns.set(visitId, mine);
      const written =
        text.trim() === ''
          ? records.remove(draftOf(visitId))
          : keep(draftOf(visitId), new TextEncoder().encode(text), () => draftTurns.get(visitId) === mine);
      draftWrites.set(
        visitId,
        written.catch(() => undefined),
      );
      return written;
    },
    async draft(visitId: string): Promise<string> {
      // A chat that is closed and opened again at once asks while its text is being written.
      await draftWrites.get(visitId);
      const [record] = await records.all(draftOf(visitId));
      const bytes = record && (await open(record));
      return bytes ? new TextDecoder().decode(bytes) : '';
    },
    async forgetAll(): Promise<void> {
      gone = true;
      await keys.forget(accountId);
      await records.removeAll(`${accountId}/`);
    },
  };
}

export type SealedItems = ReturnType<typeof createSealedItems>;

function cipher(iv: Uint8Array<ArrayBuffer>, place: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(place) };
}

/** Format: length of the header (4 bytes), the header as JSON, then the files one after another. */
async function packed({ id, text, writtenAt, files }: OutgoingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const heads = files.map((file) => ({
    id: file.id,
    name: file.name,
    type: file.content.type,
    size: file.content.size,
  }));
  const head = new TextEncoder().encode(JSON.stringify({ id, text, writtenAt, files: heads }));
  const length = new DataView(new ArrayBuffer(4));
  length.setUint32(0, head.length);
  const whole = new Blob([length, head, ...files.map(({ content }) => content)]);
  return new Uint8Array(await whole.arrayBuffer());
}

interface Head {
  id: string;
  text: string;
  writtenAt: number;
  files: { id: string; name: string; type: string; size: number }[];
}

function unpacked(bytes: Uint8Array<ArrayBuffer>): OutgoingMessage {
  let at = 4 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(4, at))) as Head;
  const files = head.files.map(({ id, name, type, size }) => {
    const content = new Blob([bytes.subarray(at, at + size)], { type });
    at += size;
    return { id, name, content };
  });
  return { id: head.id, text: head.text, writtenAt: head.writtenAt, files };
}
