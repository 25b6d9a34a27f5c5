import { verifiedFileBytesLimit } from '@yunzhen/shared/documents/documents.constants';

/** Largest document that can be verified, in bytes. */
export const largestDocument = verifiedFileBytesLimit;

export type DocumentFault = 'wrongType' | 'tooLarge' | 'emptyFile';
type DocumentFacts = Pick<File, 'name' | 'type' | 'size'>;

/** Returns the media type for sending a document, derived from its name where the device has none. */
export function mediaTypeOf({ name, type }: Pick<File, 'name' | 'type'>): string | undefined {
  if (type === 'application/pdf' || /\.pdf$/i.test(name)) return 'application/pdf';
  if (type === 'application/jose' || /\.(jws|jose)$/i.test(name)) return 'application/jose';
  return undefined;
}

/** Returns why a document cannot be sent, before any byte leaves the device. */
export function faultOf(document: DocumentFacts): DocumentFault | undefined {
  if (!mediaTypeOf(document)) return 'wrongType';
  if (document.size === 0) return 'emptyFile';
  return document.size > largestDocument ? 'tooLarge' : undefined;
}
