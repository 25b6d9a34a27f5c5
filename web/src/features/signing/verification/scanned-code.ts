import type { z } from 'zod';
import type { verifyCode } from '@yunzhen/shared/signing/verification.contract';
import { verifyCodeBody } from '@yunzhen/shared/signing/verification.schemas';
import type { BodyOf } from '@yunzhen/shared/core/route';

export type ScannedCode = BodyOf<typeof verifyCode>;

/**
 * Parses the code from a scanned address. The secret is the part after `#`, which browsers do not send; undefined when a part is missing or
 * truncated, so there is nothing to verify.
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
