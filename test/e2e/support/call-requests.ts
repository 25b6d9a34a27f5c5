import type { Page, WebSocket } from '@playwright/test';
import type { CallClientToServer } from '../../../shared/src/calls/call.contract.ts';

type Request = keyof CallClientToServer;

/** Records a page’s requests to the media node on its call sockets since its load, oldest first. Create it before the load. */
export class CallRequests {
  readonly #asked: { name: Request; payload: unknown }[] = [];

  constructor(page: Page) {
    page.on('domcontentloaded', () => (this.#asked.length = 0));
    page.on('websocket', (socket: WebSocket) => {
      socket.on('framesent', ({ payload }) => this.#take(String(payload)));
    });
  }

  payloads(name: Request): unknown[] {
    return this.#asked.filter((request) => request.name === name).map(({ payload }) => payload);
  }

  /** socket.io writes an event as `42/call,{ack}["name",payload]`. */
  #take(frame: string): void {
    const event = /^42\/call,\d*(\[.*)$/s.exec(frame)?.[1];
    if (event === undefined) return;
    const [name, payload] = JSON.parse(event) as [Request, unknown];
    this.#asked.push({ name, payload });
  }
}
