import { MINUTE_MS } from '@yunzhen/shared/core/time/duration';
import { createHash, randomBytes, type X509Certificate } from 'node:crypto';
import { Integer, Null, OctetString } from 'asn1js';
import { AlgorithmIdentifier, MessageImprint, TimeStampReq, TimeStampResp } from 'pkijs';
import type { Clock } from '../clock.ts';
import { derOf, OID } from './cms-attributes.ts';
import { MAX_TOKEN_BYTES, readTimeStamp } from './time-stamp-token.ts';

/** A time stamp is unavailable. Callers retry later and do not continue without it. */
export class TimeStampError extends Error {
  override name = 'TimeStampError';
}

/** Proves when a signature existed. */
export interface TimeStampAuthority {
  /** Returns a checked token (RFC 3161, DER) over the signature’s value. Rejects with `TimeStampError`. */
  stamp(signature: Uint8Array): Promise<Buffer>;
}

/** How an installation time-stamps signatures, and which stamps it trusts. */
export interface TimeStamping {
  /** Null: signatures are not time-stamped. */
  readonly authority: TimeStampAuthority | null;
  /** Includes former authorities: their stamps are verified for decades. */
  readonly anchors: readonly X509Certificate[];
}

interface TimeStampSettings {
  readonly url: string;
  /** Roots for the authority’s certificate. */
  readonly anchors: readonly X509Certificate[];
  readonly clock: Clock;
  readonly timeoutMs?: number;
}

const NONCE_BYTES = 16;
const TIMEOUT_MS = 10_000;
/** Maximum difference between the authority’s clock and ours. */
const TOLERANCE_MS = 5 * MINUTE_MS;
const GRANTED = [0, 1];

/** Stamps nothing and contacts no one: in an isolated copy everything that needs a time stamp waits. */
export const closedAuthority: TimeStampAuthority = {
  stamp: () => Promise.reject(new TimeStampError('this copy is isolated (ISOLATED)')),
};

/** Requests a stamp over HTTP, and accepts only an answer with our nonce, our imprint, a trusted certificate and about the present time. */
export function createTimeStampAuthority(settings: TimeStampSettings): TimeStampAuthority {
  return {
    async stamp(signature) {
      const nonce = randomBytes(NONCE_BYTES);
      // As a positive integer in its shortest form, which is how it is returned.
      nonce[0] = ((nonce[0] ?? 0) & 0x3f) | 0x40;
      const token = tokenOf(await ask(settings, requestOf(signature, nonce)));
      const reading = readTimeStamp(token, signature, settings.anchors);
      if (reading.outcome === 'invalid') throw new TimeStampError(`token is not valid: ${reading.reason}`);
      if (!reading.nonce?.equals(nonce)) throw new TimeStampError('token answers another request');
      if (Math.abs(reading.at.getTime() - settings.clock.now().getTime()) > TOLERANCE_MS)
        throw new TimeStampError('clocks of the time-stamp authority and of this machine differ');
      return token;
    },
  };
}

function requestOf(signature: Uint8Array, nonce: Buffer): Buffer {
  const imprint = createHash('sha256').update(signature).digest();
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: OID.sha256, algorithmParams: new Null() }),
      hashedMessage: new OctetString({ valueHex: new Uint8Array(imprint).buffer }),
    }),
    nonce: new Integer({ valueHex: new Uint8Array(nonce).buffer }),
    certReq: true,
  });
  return derOf(request.toSchema());
}

async function ask({ url, timeoutMs = TIMEOUT_MS }: TimeStampSettings, request: Buffer): Promise<Buffer> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
      body: new Uint8Array(request),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (answer.status !== 200) throw new TimeStampError(`time-stamp authority answered with status ${answer.status}`);
    return await bodyOf(answer);
  } catch (cause) {
    if (cause instanceof TimeStampError) throw cause;
    throw new TimeStampError('time-stamp authority cannot be reached', { cause });
  }
}

/** Limits the answer to a token with its envelope, so that a compromised authority cannot fill our memory. */
async function bodyOf(answer: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of answer.body ?? []) {
    length += chunk.length;
    if (length > MAX_TOKEN_BYTES + 1024) throw new TimeStampError('answer is too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tokenOf(answer: Buffer): Buffer {
  let response: TimeStampResp;
  try {
    response = TimeStampResp.fromBER(new Uint8Array(answer));
  } catch (cause) {
    throw new TimeStampError('answer is not a time-stamp response', { cause });
  }
  if (!GRANTED.includes(response.status.status) || !response.timeStampToken)
    throw new TimeStampError(`time-stamp authority refused: status ${response.status.status}`);
  return derOf(response.timeStampToken.toSchema());
}
