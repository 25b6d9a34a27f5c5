import type { Consumer } from 'mediasoup/types';

/** Milliseconds without video before it is reported: a layer change waits for a key frame. */
const PATIENCE_MS = 1_200;

type Starving = Pick<Consumer, 'currentLayers' | 'producerPaused' | 'score' | 'closed'> & Pick<Consumer, 'on'>;

/**
 * Reports when mediasoup sends nothing of a layered video because the receiver's connection cannot carry the lowest layer, and when it sends again.
 * Reads the state at every event, so the end is reported at once; the start is checked again after a delay.
 */
export class StarvationWatch {
  readonly #consumer: Starving;
  /** Returns whether the video should flow: it is wanted, and the receiver is reachable. */
  readonly #isExpected: () => boolean;
  readonly #notify: (starved: boolean) => void;
  #starved = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(consumer: Starving, isExpected: () => boolean, notify: (starved: boolean) => void) {
    this.#consumer = consumer;
    this.#isExpected = isExpected;
    this.#notify = notify;
    const check = () => this.check();
    for (const event of ['layerschange', 'score', 'producerpause', 'producerresume'] as const)
      consumer.on(event, check);
    for (const event of ['producerclose', 'transportclose'] as const) consumer.on(event, () => this.#stopTimer());
    this.check();
  }

  get starved(): boolean {
    return this.#starved;
  }

  /** Checks again; call it after a change of anything that `isExpected` uses. */
  check(): void {
    if (!this.#lacksPicture()) {
      this.#stopTimer();
      this.#set(false);
    } else if (!this.#starved) {
      this.#timer ??= setTimeout(() => {
        this.#stopTimer();
        this.#set(this.#lacksPicture());
      }, PATIENCE_MS).unref();
    }
  }

  #lacksPicture(): boolean {
    const { currentLayers, producerPaused, score, closed } = this.#consumer;
    if (closed || currentLayers || producerPaused || !this.#isExpected()) return false;
    // If nothing arrives from the sender, the receiver’s connection is not the cause. (`producerScore` refers to the forwarded layer: none.)
    return score.producerScores.some((each) => each > 0);
  }

  #stopTimer(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #set(starved: boolean): void {
    if (this.#starved === starved) return;
    this.#starved = starved;
    this.#notify(starved);
  }
}
