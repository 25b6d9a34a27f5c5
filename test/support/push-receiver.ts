import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PushMessage } from '../../server/src/api/notifications/push/push-payload.ts';

export interface ReceivedPush {
  message: PushMessage;
  headers: IncomingHttpHeaders;
}

/** A browser’s subscription, including its private keys. */
export interface TestSubscription {
  endpoint: string;
  keys: { p256dh: string; auth: string };
}

/** A push service over HTTP that decrypts messages like a browser and accepts only the subscribed sender. */
export class PushReceiver {
  readonly received: ReceivedPush[] = [];
  /** HTTP statuses with which the next messages are rejected, for example 410 or 503. */
  readonly refusals: number[] = [];
  /** Number of next messages that are accepted before the connection breaks without a response. */
  breaks = 0;
  readonly #server: Server;
  readonly #secrets = new Map<string, { key: Buffer; auth: Buffer }>();
  readonly #known = new Map<string, string>();

  private constructor() {
    this.#server = createServer((request, answer) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const refused = this.refusals.shift();
        if (refused) return answer.writeHead(refused, { location: `${this.origin}/elsewhere` }).end();
        const secret = this.#secrets.get(request.url ?? '');
        if (!secret) return answer.writeHead(404).end();
        if (!this.#isSigned(request.headers.authorization ?? '')) return answer.writeHead(403).end();
        const opened = open(Buffer.concat(chunks), secret);
        this.received.push({ message: JSON.parse(opened) as PushMessage, headers: request.headers });
        if (this.breaks > 0) {
          this.breaks -= 1;
          request.socket.destroy();
        } else answer.writeHead(201).end();
      });
    });
  }

  static async start(): Promise<PushReceiver> {
    const receiver = new PushReceiver();
    receiver.#server.listen(0, '127.0.0.1');
    await once(receiver.#server, 'listening');
    return receiver;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Subscribes with the page’s key, like a browser. */
  subscribe(publicKey: string): TestSubscription {
    const path = `/push/${randomBytes(9).toString('base64url')}`;
    const pair = createECDH('prime256v1');
    const p256dh = pair.generateKeys().toString('base64url');
    const auth = randomBytes(16);
    this.#secrets.set(path, { key: pair.getPrivateKey(), auth });
    this.#known.set(publicKey, path);
    return { endpoint: this.origin + path, keys: { p256dh, auth: auth.toString('base64url') } };
  }

  /** Returns whether the header has an ES256 token for this service (RFC 8292), under a subscribed key. */
  #isSigned(header: string): boolean {
    const [, token = '', key = ''] = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(header) ?? [];
    const [head = '', claims = '', signature = ''] = token.split('.');
    const point = Buffer.from(key, 'base64url');
    if (!this.#known.has(key) || point.length !== 65) return false;
    const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) => half.toString('base64url'));
    const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x: x ?? '', y: y ?? '' }, format: 'jwk' });
    const { aud, sub } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { aud?: string; sub?: string };
    const signed = Buffer.from(`${head}.${claims}`);
    const isGood = verify(
      'sha256',
      signed,
      { key: publicKey, dsaEncoding: 'ieee-p1363' },
      Buffer.from(signature, 'base64url'),
    );
    return isGood && aud === this.origin && /^(mailto|https):/.test(sub ?? '');
  }

  close(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((done) => this.#server.close(() => done()));
  }
}

/** Decrypts one record as the browser does (RFC 8291). */
function open(body: Buffer, { key, auth }: { key: Buffer; auth: Buffer }): string {
  const salt = body.subarray(0, 16);
  const sender = body.subarray(21, 21 + (body[20] ?? 0));
  const own = createECDH('prime256v1');
  own.setPrivateKey(key);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), own.getPublicKey(), sender]);
  const material = Buffer.from(hkdfSync('sha256', own.computeSecret(sender), auth, info, 32));
  const derive = (name: string, length: number) =>
    Buffer.from(hkdfSync('sha256', material, salt, `Content-Encoding: ${name}\0`, length));
  const sealed = body.subarray(21 + sender.length);
  const decipher = createDecipheriv('aes-128-gcm', derive('aes128gcm', 16), derive('nonce', 12));
  decipher.setAuthTag(sealed.subarray(-16));
  const padded = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  return padded.subarray(0, padded.lastIndexOf(2)).toString();
}
