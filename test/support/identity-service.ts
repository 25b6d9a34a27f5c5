import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface AskedIdentity {
  requestId: string;
  name: string;
  documentType: string;
  number: string;
}

type Fault = 'status' | 'nonsense' | 'other-words' | 'too-large' | 'redirect' | 'hang-up' | 'silence';

/** A small identity service that implements the HTTP adapter’s contract and knows the documents that a test adds. */
export class IdentityService {
  readonly url: string;
  readonly token = 'identity-token-1234';
  readonly asked: AskedIdentity[] = [];
  /** The fault of every response until it is null again. */
  fault: Fault | null = null;
  /** Runs before a response is sent. */
  meanwhile: (() => Promise<void>) | null = null;
  readonly #server: Server;
  readonly #names = new Map<string, string>();
  readonly #answers = new Map<string, string>();

  private constructor(server: Server) {
    this.#server = server;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/checks`;
    server.on('request', (request, response) => void this.#serve(request, response));
  }

  static async start(): Promise<IdentityService> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new IdentityService(server);
  }

  /** Assigns the document to the person. */
  issue(documentType: string, number: string, name: string): void {
    this.#names.set(`${documentType} ${number}`, name);
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const send = (status: number, body: string) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(body);
    if (request.headers.authorization !== `Bearer ${this.token}`) return void send(401, '{}');
    const question = JSON.parse(Buffer.concat(parts).toString()) as AskedIdentity;
    this.asked.push(question);
    await this.meanwhile?.();
    if (this.fault === 'status') return void send(503, '{"result":"mismatch","reference":"r"}');
    if (this.fault === 'nonsense') return void send(200, '<html>');
    if (this.fault === 'other-words') return void send(200, '{"result":"unknown","reference":"r"}');
    if (this.fault === 'too-large')
      return void send(200, JSON.stringify({ result: 'mismatch', reference: 'r', more: 'x'.repeat(100_000) }));
    if (this.fault === 'redirect') return void response.writeHead(302, { location: '/elsewhere' }).end();
    if (this.fault === 'hang-up') return void response.destroy();
    if (this.fault === 'silence') return;
    const { requestId, name, documentType, number } = question;
    const isTheirs = this.#names.get(`${documentType} ${number}`) === name;
    const fresh = JSON.stringify({
      result: isTheirs ? 'verified' : 'mismatch',
      reference: `ref-${this.#answers.size}`,
    });
    const answer = this.#answers.get(requestId) ?? fresh;
    this.#answers.set(requestId, answer);
    send(200, answer);
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }
}
