import { issueCallTicket } from '../../../shared/src/calls/call.contract.ts';
import { TestBrowser } from '../../integration/calls/media/support/test-browser.ts';
import type { TestPerson } from '../../support/factories.ts';

const LOOK_MS = 500;

/** When something new arrived last. */
class Arrival {
  #bytes = 0;
  #at = performance.now();

  /** Returns the milliseconds since the last new bytes; more bytes than before end the pause. */
  pauseUntil(bytes: number): number {
    const pause = performance.now() - this.#at;
    if (bytes > this.#bytes) [this.#bytes, this.#at] = [bytes, performance.now()];
    return pause;
  }
}

/** A call of two people with real media. Counts what they lose of it. */
export class WatchedCall {
  readonly nodeId: string;
  readonly #browsers: readonly TestBrowser[];
  readonly #timer: NodeJS.Timeout;
  /** Sockets that ended and calls that were closed. */
  dropped = 0;
  /** The longest time in milliseconds without new sound at either side. */
  longestSilence = 0;
  /** The longest time in milliseconds without a new picture at either side. */
  longestFreeze = 0;

  private constructor(nodeId: string, browsers: readonly TestBrowser[]) {
    this.nodeId = nodeId;
    this.#browsers = browsers;
    const drop = () => void (this.dropped += 1);
    for (const { client } of browsers) client.socket.on('disconnect', drop).on('call-closed', drop);
    const arrivals = browsers.map((browser) => ({ browser, audio: new Arrival(), video: new Arrival() }));
    const measure = async ({ browser, audio, video }: (typeof arrivals)[number]) => {
      const bytes = await browser.bytesReceived();
      this.longestSilence = Math.max(this.longestSilence, audio.pauseUntil(bytes.audio));
      this.longestFreeze = Math.max(this.longestFreeze, video.pauseUntil(bytes.video));
    };
    this.#timer = setInterval(() => arrivals.forEach((each) => void measure(each)), LOOK_MS);
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
