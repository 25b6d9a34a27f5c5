import { attachmentBytesLimit, attachmentTypes } from '@yunzhen/shared/chat/chat.constants';

/** Why a file is rejected before it is sent. The server validates the bytes; this only saves waiting. */
export type FileFault = 'type' | 'empty' | 'large';

/** Accept list of a file input: on phones the system then converts its own formats to JPEG. */
export const acceptedTypes = attachmentTypes.join(',');

/** Pictures are reduced on this device, so only larger ones are rejected, in bytes. */
const largestPicture = 50 * 1024 * 1024;

export function faultOf(file: Pick<File, 'type' | 'size'>): FileFault | null {
  if (!(attachmentTypes as readonly string[]).includes(file.type)) return 'type';
  if (file.size === 0) return 'empty';
  return file.size > (isPicture(file.type) ? largestPicture : attachmentBytesLimit) ? 'large' : null;
}

export function isPicture(type: string): boolean {
  return type.startsWith('image/');
}
