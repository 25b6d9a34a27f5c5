import type { z } from 'zod';
import type { verifyCode } from '@yunzhen/shared/signing/verification.contract';
import { verifyCodeBody } from '@yunzhen/shared/signing/verification.schemas';
import type { BodyOf } from '@yunzhen/shared/core/route';

export type ScannedCode = BodyOf<typeof verifyCode>;

/**
 * The code from the address that was scanned. The secret is the part after `#`, which browsers keep to themselves;
 * undefined when something is missing or cut off, in which case there is nothing to ask.
 */
export function scannedCode(address: {
  hospital: string;
  prescriptionId: string;
  hash: string;
}): ScannedCode | undefined {
  const schema = verifyCodeBody as z.ZodType<ScannedCode>;
  const { hospital, prescriptionId, hash } = address;
  const parsed = schema.safeParse({ hospital, prescriptionId, secret: hash.replace(/^#/, '') });
  return parsed.success ? parsed.data : undefined;
}
