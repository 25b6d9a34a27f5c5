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
