import type { AttachmentType } from '@yunzhen/shared/chat/chat.contract';

const extensions: Record<AttachmentType, { own: string; known: RegExp; unnamed: string }> = {
  'image/jpeg': { own: '.jpg', known: /\.jpe?g$/i, unnamed: 'picture' },
  'image/png': { own: '.png', known: /\.png$/i, unnamed: 'picture' },
  'image/webp': { own: '.webp', known: /\.webp$/i, unnamed: 'picture' },
  'application/pdf': { own: '.pdf', known: /\.pdf$/i, unnamed: 'document' },
};

const longestStem = 80;

/** Control characters, marks of text direction, and zero-width characters, which can hide a second name in the first. */
const unseen = /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;
const reserved = /[<>:"|?*%]/g;
/** Device names, which Windows opens instead of a file. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * Returns the name for a download: the last part of a path, without invisible characters or characters special to a file system. Never hidden, never
 * a device name, and always with the extension of the real type.
 */
export function safeFileName(given: string, type: AttachmentType): string {
  const { own, known, unnamed } = extensions[type];
  const last = given.normalize('NFC').replace(unseen, '').split(/[/\\]/).at(-1) ?? '';
  const stem = [...last.replace(known, '').replace(reserved, '_').replace(/\s+/g, ' ')]
    .slice(0, longestStem)
    .join('')
    .replace(/^[. ]+|[. ]+$/g, '');
  if (stem === '') return `${unnamed}${own}`;
  return `${devices.test(stem) ? '_' : ''}${stem}${own}`;
}

/** Returns `attachment` with the name for every browser (RFC 6266): ASCII for old ones, UTF-8 for the rest. */
export function attachmentDisposition(name: string): string {
  const plain = name.replace(/[^\w .()-]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
