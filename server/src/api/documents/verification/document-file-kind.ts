import { z } from 'zod';
import { DOCUMENT_JWS_TYPE, RECORD_NAME } from '../document-json.ts';

const typedHeader = z.looseObject({ typ: z.string() });

/**
 * Returns whether a file claims to be a sick note, referral or summary: by the embedded record’s name in a PDF, or by the type in the record’s
 * header. It only selects the check, which detects a false claim.
 */
export function holdsDocument(bytes: Buffer): boolean {
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return bytes.includes(`(${RECORD_NAME})`, 0, 'latin1');
  const [header = ''] = bytes.subarray(0, 2048).toString('latin1').trimStart().split('.');
  try {
    const parsed = typedHeader.safeParse(JSON.parse(Buffer.from(header, 'base64url').toString('utf8')));
    return parsed.data?.typ === DOCUMENT_JWS_TYPE;
  } catch {
    return false;
  }
}
