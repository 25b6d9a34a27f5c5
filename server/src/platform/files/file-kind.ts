import type { AttachmentType } from '@yunzhen/shared/chat/chat.contract';

/**
 * Returns the type of a file from the signature that its format requires at the start; null for any other. Four formats need no library. Sources:
 * ITU-T T.81 (SOI marker), PNG (W3C, section 5.2), RFC 9649 (WebP), ISO 32000-2 (7.5.2).
 */
export function kindOf(bytes: Buffer): AttachmentType | null {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'image/jpeg';
  if (bytes.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))) return 'image/png';
  if (textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 12) === 'WEBP') return 'image/webp';
  return /^%PDF-[12]\.\d$/.test(textAt(bytes, 0, 8)) ? 'application/pdf' : null;
}

function textAt(bytes: Buffer, from: number, to: number): string {
  return bytes.toString('latin1', from, to);
}
