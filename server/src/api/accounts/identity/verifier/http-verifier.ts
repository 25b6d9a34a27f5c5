import { z } from 'zod';
import type { Clock } from '../../../../platform/clock.ts';
import { timeouts } from '../../../../platform/config/timeouts.ts';
import type { IdentityAnswer, IdentityClaim, IdentityVerifier } from './identity-verifier.ts';

const patience = timeouts['identity.answer'];
const largestAnswer = 16_384;

const answer = z.object({ result: z.enum(['verified', 'mismatch']), reference: z.string().min(1).max(200) });

/**
 * Verifies with a service of the hospital’s choice, or a small bridge to one.
 *
 * Contract of the service: `POST` of `{ "requestId", "name", "documentType", "number" }` as JSON with `Authorization: Bearer <token>`;
 * `Idempotency-Key` repeats `requestId`. `200` with `{ "result": "verified" | "mismatch", "reference": "…" }` is an answer. Any other status, body,
 * redirect or eight seconds without an answer is `unavailable`.
 */
export function createHttpVerifier(options: {
  url: string;
  token: string;
  provider: string;
  clock: Clock;
}): IdentityVerifier {
  const { url, token, provider, clock } = options;
  const nobody = (): IdentityAnswer => ({ verdict: 'unavailable', reference: null, at: clock.now() });
  return {
    provider,
    async verify({ requestId, name, documentType, number }: IdentityClaim): Promise<IdentityAnswer> {
      try {
        const response = await fetch(url, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            authorization: `Bearer ${token}`,
            'idempotency-key': requestId,
          },
          body: JSON.stringify({ requestId, name, documentType, number }),
          redirect: 'error',
          signal: AbortSignal.timeout(patience),
        });
        if (response.status !== 200) {
          await response.body?.cancel();
          return nobody();
        }
        const { result, reference } = answer.parse(JSON.parse(await bounded(response)));
        return { verdict: result, reference, at: clock.now() };
      } catch {
        // The error may quote the claim, so it is dropped.
        return nobody();
      }
    },
  };
}

/** Returns the body as text. Throws when it is larger than any valid answer. */
async function bounded(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.byteLength;
    if (size > largestAnswer) throw new Error('identity service answer is too large');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
