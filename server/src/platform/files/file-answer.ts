import type { FastifyReply } from 'fastify';
import { attachmentDisposition } from './file-name.ts';

/** Hands a person’s file out: whatever a browser makes of it, it runs nothing and belongs to no page. */
export function answerWithFile(reply: FastifyReply, file: { content: Buffer; type: string; name: string }): Buffer {
  void reply
    .type(file.type)
    .header('content-disposition', attachmentDisposition(file.name))
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-store');
  return file.content;
}
