import { request as requestHttp, type Agent } from 'node:http';
import { request as requestHttps } from 'node:https';

export interface JsonAnswer {
  status: number;
  /** Null when it is not JSON. */
  body: unknown;
}

/** Enough for a key or an encrypted text; a compromised service must not fill our memory. */
const MAX_BYTES = 256 * 1024;

/** Posts JSON over a keep-alive connection, follows no redirects, and times out after `timeoutMs` in total. */
export function postJson(
  address: string,
  options: { headers: Record<string, string>; body: object; agent: Agent; timeoutMs: number },
): Promise<JsonAnswer> {
  const text = JSON.stringify(options.body);
  const send = address.startsWith('https:') ? requestHttps : requestHttp;
  return new Promise((done, failed) => {
    const request = send(address, {
      method: 'POST',
      agent: options.agent,
      headers: {
        ...options.headers,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(text),
      },
      signal: AbortSignal.timeout(options.timeoutMs),
    });
    request.on('error', failed);
    request.on('response', (response) => {
      const parts: Buffer[] = [];
      let bytes = 0;
      response.on('data', (part: Buffer) => {
        bytes += part.length;
        if (bytes > MAX_BYTES) request.destroy(new Error('answer is too long'));
        else parts.push(part);
      });
      response.on('error', failed);
      response.on('end', () => done({ status: response.statusCode ?? 0, body: parsed(Buffer.concat(parts)) }));
    });
    request.end(text);
  });
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return null;
  }
}
