import type { FastifyReply } from 'fastify';
import { attachmentDisposition } from './file-name.ts';

/** Sends an uploaded file with headers that keep the browser from running it or embedding it in a page. */
export function answerWithFile(reply: FastifyReply, file: { content: Buffer; type: string; name: string }): Buffer {
  void reply
    .type(file.type)
    .header('content-disposition', attachmentDisposition(file.name))
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-store');
  return file.content;
}

/** Sends a PDF for the browser to show. */
export function answerWithPdf(reply: FastifyReply, bytes: Uint8Array, fileName: string): Uint8Array {
  void reply
    .type('application/pdf')
    .header('content-disposition', `inline; filename="${fileName}"`)
    .header('cache-control', 'private, no-store');
  return bytes;
}

/** Sends a picture whose address contains its digest, so that its content never changes. */
export function answerWithPicture(reply: FastifyReply, content: Buffer, type: 'image/png' | 'image/webp'): Buffer {
  void reply
    .type(type)
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'public, max-age=31536000, immutable');
  return content;
}
