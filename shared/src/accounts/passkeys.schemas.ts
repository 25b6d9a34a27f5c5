import { z } from 'zod';

/** What a browser’s `navigator.credentials` gives back, as JSON (WebAuthn Level 3, section 5.1.8). */
export const passkeyResponse = z.looseObject({
  id: z.string().max(2000),
  rawId: z.string().max(2000),
  type: z.literal('public-key'),
  response: z.record(z.string(), z.unknown()),
  clientExtensionResults: z.record(z.string(), z.unknown()),
});

/** What a browser is asked for, as JSON; the library on both sides knows its members. */
export const passkeyOptions = z.looseObject({ challenge: z.string() });
