import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { createServer as createHttpServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';

/** How the service fails instead of answering. */
export type TransitTrouble =
  | 'none'
  | 'silence'
  | 'unavailable'
  | 'once-unavailable'
  | 'sealed-off'
  | 'garbage'
  | 'refusal';

interface TransitBody {
  plaintext?: string;
  ciphertext?: string;
  associated_data?: string;
}

/** A key service with the protocol of the transit engine of OpenBao and Vault, with real AES-256-GCM over real HTTP or HTTPS. */
export class TransitServer {
  trouble: TransitTrouble = 'none';
  token = 'token-of-the-test';
  asked = 0;
  readonly #keys = new Map<string, Buffer[]>();
  readonly #server: Server;
  readonly #protocol: string;

  private constructor(protocol: string, tls?: { key: string; cert: string }) {
    const answer = (request: IncomingMessage, response: ServerResponse) => void this.#answer(request, response);
    this.#protocol = protocol;
    this.#server = tls ? createHttpsServer(tls, answer) : createHttpServer(answer);
  }

  static async start(tls?: { key: string; cert: string }, port = 0): Promise<TransitServer> {
    const made = new TransitServer(tls ? 'https' : 'http', tls);
    await new Promise<void>((done) => made.#server.listen(port, '127.0.0.1', done));
    return made;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `${this.#protocol}://${this.#protocol === 'https' ? 'localhost' : '127.0.0.1'}:${port}/v1/transit`;
  }

  rotate(name: string): void {
    this.#versions(name).push(randomBytes(32));
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  #versions(name: string): Buffer[] {
    const versions = this.#keys.get(name) ?? [randomBytes(32)];
    this.#keys.set(name, versions);
    return versions;
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const say = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    this.asked += 1;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { trouble } = this;
    if (trouble === 'silence') return;
    if (trouble === 'once-unavailable') this.trouble = 'none';
    if (trouble === 'unavailable' || trouble === 'once-unavailable') return void say(503, { errors: ['standby'] });
    if (trouble === 'sealed-off') return void say(503, { errors: ['Vault is sealed'] });
    if (trouble === 'garbage') return void response.writeHead(200).end('<html>');
    if (trouble === 'refusal' || request.headers['x-vault-token'] !== this.token)
      return void say(403, { errors: ['permission denied'] });
    const [, work, name = ''] = /^\/v1\/transit\/(encrypt|decrypt)\/([\w-]+)$/.exec(request.url ?? '') ?? [];
    const body = JSON.parse(Buffer.concat(chunks).toString()) as TransitBody;
    if (work === 'encrypt') return void say(200, { data: this.#encrypt(name, body) });
    const plaintext = work === 'decrypt' ? this.#decrypt(name, body) : null;
    if (plaintext === null) return void say(400, { errors: ['cipher: message authentication failed'] });
    say(200, { data: { plaintext } });
  }

  #encrypt(name: string, body: TransitBody) {
    const versions = this.#versions(name);
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', versions.at(-1) ?? '', nonce);
    cipher.setAAD(Buffer.from(body.associated_data ?? '', 'base64'));
    const parts = [
      nonce,
      cipher.update(Buffer.from(body.plaintext ?? '', 'base64')),
      cipher.final(),
      cipher.getAuthTag(),
    ];
    return {
      ciphertext: `vault:v${versions.length}:${Buffer.concat(parts).toString('base64')}`,
      key_version: versions.length,
    };
  }

  #decrypt(name: string, body: TransitBody): string | null {
    const [, version, text = ''] = /^vault:v(\d+):(.+)$/.exec(body.ciphertext ?? '') ?? [];
    const key = this.#versions(name)[Number(version) - 1];
    const bytes = Buffer.from(text, 'base64');
    if (!key || bytes.length < 28) return null;
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
    decipher.setAAD(Buffer.from(body.associated_data ?? '', 'base64'));
    decipher.setAuthTag(bytes.subarray(-16));
    try {
      return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString('base64');
    } catch {
      return null;
    }
  }
}
