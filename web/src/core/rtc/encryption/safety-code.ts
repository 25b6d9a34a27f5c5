import type { CallKey, CodePart } from '@yunzhen/shared/calls/keys.contract';
import { concat, fromBase64Url, toBase64Url, utf8, uuidBytes, type Bytes } from './bytes.ts';

/*
 * Computation of the safety code: Bluetooth’s numeric comparison (Core Specification, Vol 3, Part H, §2.3.5.6.2; proof: Lindell, CT-RSA 2009) for any
 * number of pages.
 * Public keys are known first; each page then commits to a nonce, and reveals it only after all other commitments have arrived. A hostile relay has
 * one guess at twelve digits.
 */

export type CodeKey = Pick<CallKey, 'id' | 'participantId' | 'publicKey'>;

const groups = 4;
const nonceLength = 32;

export function createNonce(): Bytes {
  return crypto.getRandomValues(new Uint8Array(nonceLength));
}

/** Returns the id of a round, derived from its set of public keys in any order; base64url. */
export function roundOf(visitId: string, keys: readonly CodeKey[]): Promise<string> {
  const each = sorted(keys).map(({ id, participantId, publicKey }) =>
    concat(uuidBytes(id), uuidBytes(participantId), fromBase64Url(publicKey)),
  );
  return digest('round', uuidBytes(visitId), ...each).then(toBase64Url);
}

/** Binds the nonce of one page to the round, and so to all its public keys; base64url. */
export function commitmentOf(round: string, keyId: string, nonce: Bytes): Promise<string> {
  return digest('commitment', fromBase64Url(round), uuidBytes(keyId), nonce).then(toBase64Url);
}

/** Returns whether the revealed nonce matches the page’s commitment. */
export async function isOpened({ round, commitment, nonce }: CodePart, keyId: string): Promise<boolean> {
  return nonce !== null && (await commitmentOf(round, keyId, fromBase64Url(nonce))) === commitment;
}

/** Returns twelve digits, equal on all pages only when all have the same public keys; `nonces` by key id. */
export async function safetyCode(round: string, nonces: ReadonlyMap<string, Bytes>): Promise<string> {
  const ordered = [...nonces].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, nonce]) => nonce);
  const view = new DataView((await digest('code', fromBase64Url(round), ...ordered)).buffer);
  return Array.from({ length: groups }, (_, at) => String(view.getUint32(at * 4) % 1000).padStart(3, '0')).join(' ');
}

function sorted(keys: readonly CodeKey[]): CodeKey[] {
  return [...keys].sort(({ id: one }, { id: other }) => (one < other ? -1 : 1));
}

async function digest(purpose: string, ...parts: readonly Bytes[]): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', concat(utf8(`Yunzhen 2 safety ${purpose} `), ...parts)));
}
