import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { timeouts } from '../config/timeouts.ts';
import { withHead, type PageHeadOf } from './page-head.ts';

const compress = promisify(brotliCompress);
/** Takes a millisecond or two; the best quality, as of the built files, takes fifty times as long. */
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/** Returns a handler that sends the file with the head of a public page. It resolves to false, and sends nothing, for a page without one. */
export function headedPages(file: string, headOf: PageHeadOf) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<boolean> => {
    const { 'accept-language': languages, 'accept-encoding': encodings, 'if-none-match': known } = request.headers;
    const path = request.url.split('?')[0] ?? '';
    const late = delay(timeouts['page.head'], null, { ref: false });
    // Also an unknown hospital: its page says so itself.
    const head = await Promise.race([headOf({ path, host: request.host, languages }), late]).catch(() => null);
    if (!head) return false;
    const page = withHead(await readFile(file, 'utf8'), head);
    const etag = `W/"${createHash('sha256').update(page).digest('base64url')}"`;
    reply.headers({ 'cache-control': 'no-cache', vary: 'accept-language, accept-encoding', etag });
    if (known === etag) reply.code(304).send();
    else if (/\bbr\b/.test(encodings ?? ''))
      reply
        .type('text/html')
        .header('content-encoding', 'br')
        .send(await compress(page, quality));
    else reply.type('text/html').send(page);
    return true;
  };
}
