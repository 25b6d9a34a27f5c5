import { issueCallTicket } from '../../../shared/src/calls/call.contract.ts';
import { TestBrowser } from '../../integration/calls/media/support/test-browser.ts';
import type { TestPerson } from '../../support/factories.ts';

const LOOK_MS = 500;

/** A call of two people with real media. Counts what they lose of it. */
export class WatchedCall {
  readonly nodeId: string;
  readonly #browsers: readonly TestBrowser[];
  readonly #timer: NodeJS.Timeout;
  /** Sockets that ended and calls that were closed. */
  dropped = 0;
  /** The longest time in milliseconds without new sound at either side. */
  longestSilence = 0;

  private constructor(nodeId: string, browsers: readonly TestBrowser[]) {
    this.nodeId = nodeId;
    this.#browsers = browsers;
    const drop = () => void (this.dropped += 1);
    for (const { client } of browsers) client.socket.on('disconnect', drop).on('call-closed', drop);
    const heard = browsers.map(() => ({ bytes: 0, at: performance.now() }));
    const measure = async (browser: TestBrowser, index: number) => {
      const { audio } = await browser.bytesReceived();
      const last = heard[index];
      const now = performance.now();
      if (!last) return;
      this.longestSilence = Math.max(this.longestSilence, now - last.at);
      if (audio > last.bytes) heard[index] = { bytes: audio, at: now };
    };
    this.#timer = setInterval(() => browsers.forEach((browser, index) => void measure(browser, index)), LOOK_MS);
  }

  /** Resolves when each side sees and hears the other. */
  static async begin(visitId: string, people: readonly TestPerson[]): Promise<WatchedCall> {
    const browsers: TestBrowser[] = [];
    let nodeId = '';
    for (const { client } of people) {
      const ticket = await client.ok(issueCallTicket, { params: { visitId } });
      ({ nodeId } = ticket);
      const browser = await TestBrowser.join(ticket.url, ticket.ticket);
      await browser.publish();
      browsers.push(browser);
    }
    for (const browser of browsers) while (browser.received.length < 2) await new Promise(setImmediate);
    await Promise.all(browsers.flatMap((browser) => [browser.picture(), browser.sound()]));
    return new WatchedCall(nodeId, browsers);
  }

  /** Whether picture and sound still arrive at both sides. */
  async goesOn(): Promise<boolean> {
    const media = Promise.all(this.#browsers.flatMap((browser) => [browser.picture(), browser.sound()]));
    return Promise.race([media.then(() => true), new Promise<false>((done) => setTimeout(done, 5_000, false))]);
  }

  close(): void {
    clearInterval(this.#timer);
    for (const browser of this.#browsers) browser.close();
  }
}
