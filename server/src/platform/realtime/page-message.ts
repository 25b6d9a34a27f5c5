import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { recordChanged } from '@yunzhen/shared/core/record-socket.schemas';

/** Of another release too: members that this one does not know are ignored. */
const pageMessageSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('changed'),
    rooms: z.array(z.string()),
    change: z.object(recordChanged.omit({ messageId: true }).shape),
  }),
  z.object({
    kind: z.literal('session-ended'),
    sessionId: z.string(),
    reason: z.enum(['signed-out', 'reused']),
  }),
  z.object({ kind: z.literal('session-dropped'), sessionId: z.string() }),
]);

/** A message for the pages of every api process. */
export type PageMessage = z.output<typeof pageMessageSchema>;

export interface IdentifiedMessage {
  id: string;
  message: PageMessage;
}

const algorithm = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

/** Encrypts messages with a key that only api processes have: their table serves all hospitals, outside row-level security. */
export class MessageSeal {
  readonly #key: Buffer;

  /** `secret`: shared by all processes of an installation. */
  constructor(secret: Buffer) {
    this.#key = Buffer.from(hkdfSync('sha256', secret, '', 'page messages', 32));
  }

  seal({ id, message }: IdentifiedMessage): Buffer {
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv(algorithm, this.#key, iv).setAAD(Buffer.from(id));
    const text = Buffer.concat([cipher.update(JSON.stringify(message)), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), text]);
  }

  /** Returns null for a message of another secret or another release. */
  open(id: string, sealed: Buffer): PageMessage | null {
    const decipher = createDecipheriv(algorithm, this.#key, sealed.subarray(0, ivBytes), { authTagLength: tagBytes });
    decipher.setAAD(Buffer.from(id)).setAuthTag(sealed.subarray(ivBytes, ivBytes + tagBytes));
    try {
      const text = Buffer.concat([decipher.update(sealed.subarray(ivBytes + tagBytes)), decipher.final()]);
      return pageMessageSchema.safeParse(JSON.parse(text.toString())).data ?? null;
    } catch {
      return null;
    }
  }
}
