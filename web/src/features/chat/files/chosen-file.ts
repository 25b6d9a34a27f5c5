import { attachmentBytesLimit, attachmentTypes } from '@yunzhen/shared/chat/chat.constants';

/** What speaks against a file before it is sent. Its bytes are judged by the hospital; this only spares a wait. */
export type FileFault = 'type' | 'empty' | 'large';

/** The accept list of a file input: on phones it has the system turn its own formats into JPEG. */
export const acceptedTypes = attachmentTypes.join(',');

/** Pictures are made smaller on this device, so only this much of them is too much, in bytes. */
const largestPicture = 50 * 1024 * 1024;

export function faultOf(file: Pick<File, 'type' | 'size'>): FileFault | null {
  if (!(attachmentTypes as readonly string[]).includes(file.type)) return 'type';
  if (file.size === 0) return 'empty';
  return file.size > (isPicture(file.type) ? largestPicture : attachmentBytesLimit) ? 'large' : null;
}

export function isPicture(type: string): boolean {
  return type.startsWith('image/');
}
