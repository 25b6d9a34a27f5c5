import type { Consumer } from 'mediasoup/types';

/** How long there must be no picture, in milliseconds, before it is said so: a change of layers takes a key frame to arrive. */
const PATIENCE_MS = 1_200;

type Starving = Pick<Consumer, 'currentLayers' | 'producerPaused' | 'score' | 'closed'> & Pick<Consumer, 'on'>;

/**
 * Tells when mediasoup sends nothing of a layered picture because the line to its receiver carries not even the lowest layer, and
 * when it sends again. The state is read anew at every event, so the end is told with the event that brings it; only the beginning
 * waits, and is read once more when it has waited.
 */
export class StarvationWatch {
  readonly #consumer: Starving;
  /** True while the picture should pass: it is wanted, and the receiver can be reached. */
  readonly #isExpected: () => boolean;
  readonly #tell: (starved: boolean) => void;
  #starved = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(consumer: Starving, isExpected: () => boolean, tell: (starved: boolean) => void) {
    this.#consumer = consumer;
    this.#isExpected = isExpected;
    this.#tell = tell;
    const check = () => this.check();
    for (const event of ['layerschange', 'score', 'producerpause', 'producerresume'] as const)
      consumer.on(event, check);
    for (const event of ['producerclose', 'transportclose'] as const) consumer.on(event, () => this.#stopTimer());
    this.check();
  }

  get starved(): boolean {
    return this.#starved;
  }

  /** Looks again, after anything that `isExpected` depends on has changed. */
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
    // A sender of whom nothing arrives is not the fault of the receiver’s line. (`producerScore` is of the layer that is sent: none.)
    return score.producerScores.some((each) => each > 0);
  }

  #stopTimer(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #set(starved: boolean): void {
    if (this.#starved === starved) return;
    this.#starved = starved;
    this.#tell(starved);
  }
}
