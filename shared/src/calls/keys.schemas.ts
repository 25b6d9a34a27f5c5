import { z } from 'zod';
import { id, instant } from '../core/common.ts';
import type { RouteSchemas } from '../core/route.ts';

/*
 * Keys of calls that the media node can’t read. Each page makes an ECDH key pair (P-256) for its stay and publishes the public
 * half; each sender makes a random media key and posts it wrapped for each other page. The api relays what it can’t open, and
 * vouches that a public key was published by the participant it names.
 */

const base64url = (min: number, max: number) =>
  z
    .string()
    .min(min)
    .max(max)
    .regex(/^[\w-]+$/);

/** SHA-256, or as many random bytes. */
const bytes32 = base64url(43, 43);

/** What one page gives to the safety code: a commitment first, its nonce once it holds the commitments of all others. */
export const codePart = z.strictObject({
  /** Names the public keys that the code is of. */
  round: bytes32,
  commitment: bytes32,
  nonce: bytes32.nullable(),
});
export type CodePart = z.output<typeof codePart>;

export const callKey = z.strictObject({
  /** Made by the page; a reload publishes another one. */
  id,
  participantId: id,
  /** Uncompressed point (RFC 5480 §2.2), base64url. */
  publicKey: base64url(87, 87),
  publishedAt: instant,
  /** Null until the page has committed, and for pages from before there were commitments. */
  part: codePart.nullable(),
});
export type CallKey = z.output<typeof callKey>;

export const wrappedKey = z.strictObject({
  /** Whose media key it is: the id of the sender’s public key. */
  from: id,
  /** For whom it is wrapped. */
  to: id,
  /** Which of the sender’s media keys, counted from 0; a sender renews its key when somebody has left. */
  epoch: z.int().min(0).max(255),
  /** AES-GCM, nonce first, under a key from ECDH and HKDF-SHA-256 bound to visit, `from`, `to` and `epoch`; base64url. */
  wrapped: base64url(40, 200),
});
export type WrappedKey = z.output<typeof wrappedKey>;

const visitParams = z.strictObject({ visitId: id });

export const keysSchemas = {
  readCallKeys: {
    summary:
      'List participants’ public keys and the media keys wrapped for yours; changes are sent as `call-keys` on the record socket',
    params: visitParams,
    query: z.strictObject({ to: id }),
    response: z.strictObject({ keys: z.array(callKey), wrapped: z.array(wrappedKey) }),
    rateLimit: 600,
  },
  publishCallKey: {
    summary: 'Publish your page’s public key; replaces the key of your earlier page',
    params: visitParams.extend({ keyId: id }),
    body: z.strictObject({ publicKey: base64url(87, 87) }),
    response: z.strictObject({ keys: z.array(callKey) }),
    rateLimit: 120,
  },
  postCodePart: {
    summary: 'Commit to a nonce for the safety code, then open the commitment; neither can be changed in its round',
    params: visitParams.extend({ keyId: id }),
    body: codePart,
    response: z.strictObject({ keys: z.array(callKey) }),
    rateLimit: 240,
  },
  postWrappedKeys: {
    summary: 'Share your media key with the other participants, wrapped for each public key',
    params: visitParams.extend({ keyId: id }),
    body: z.strictObject({
      keys: z
        .array(wrappedKey.omit({ from: true }))
        .min(1)
        .max(16),
    }),
    response: z.strictObject({ accepted: z.int() }),
    rateLimit: 240,
  },
} satisfies RouteSchemas;
