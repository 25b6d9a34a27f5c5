import { verifiedFileBytesLimit } from '@yunzhen/shared/documents/documents.constants';

/** Largest document that is checked, in bytes. */
export const largestDocument = verifiedFileBytesLimit;

export type DocumentFault = 'wrongType' | 'tooLarge' | 'emptyFile';
type DocumentFacts = Pick<File, 'name' | 'type' | 'size'>;

/** Media type to send a document under, by its name where the device knows no type for it. */
export function mediaTypeOf({ name, type }: Pick<File, 'name' | 'type'>): string | undefined {
  if (type === 'application/pdf' || /\.pdf$/i.test(name)) return 'application/pdf';
  if (type === 'application/jose' || /\.(jws|jose)$/i.test(name)) return 'application/jose';
  return undefined;
}

/** What stands against sending a document, seen before a byte of it leaves the device. */
export function faultOf(document: DocumentFacts): DocumentFault | undefined {
  if (!mediaTypeOf(document)) return 'wrongType';
  if (document.size === 0) return 'emptyFile';
  return document.size > largestDocument ? 'tooLarge' : undefined;
}
