import { z } from 'zod';

/** The result of a browser’s `navigator.credentials`, as JSON (WebAuthn Level 3, section 5.1.8). */
export const passkeyResponse = z.looseObject({
  id: z.string().max(2000),
  rawId: z.string().max(2000),
  type: z.literal('public-key'),
  response: z.record(z.string(), z.unknown()),
  clientExtensionResults: z.record(z.string(), z.unknown()),
});

/** The options for a browser, as JSON; the libraries on both sides validate the members. */
export const passkeyOptions = z.looseObject({ challenge: z.string() });
