import { z } from 'zod';

/** The type of an anchor's signature, so that no other signature of the hospital passes for one. */
export const anchorType = 'yunzhen-audit-anchor+jws';

const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/);

/** What an anchor states about a hospital's chain. */
export const anchorPayload = z.strictObject({
  hospital: z.uuid(),
  /** Number of links that it covers. */
  size: z.int().positive(),
  /** Root of the Merkle tree (RFC 9162) over the hashes of these links. */
  root: sha256Hex,
  /** Hash of the last of these links. */
  head: sha256Hex,
  madeAt: z.iso.datetime(),
});
export type AnchorPayload = z.output<typeof anchorPayload>;

/** An anchor as copied outside the database. */
export const anchorFile = z.strictObject({
  format: z.literal('yunzhen-audit-anchor/1'),
  /** Compact JWS (RFC 7515) by the key of the hospital's authority. */
  anchor: z.string(),
  /** The authority's certificate, PEM. */
  certificate: z.string(),
  /** RFC 3161 over the text of the JWS, base64; null where the installation has no time stamp authority. */
  timeStamp: z.string().nullable(),
});
export type AnchorFile = z.output<typeof anchorFile>;

/** An anchor and where it was found. */
export interface FoundAnchor {
  size: number;
  signed: string;
  from: 'database' | 'copy';
}
