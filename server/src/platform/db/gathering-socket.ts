import { Socket } from 'node:net';

/**
 * A connection to Postgres that sends what is said within one turn of the event loop in one go: a write to the system costs more than
 * most statements. Only what is corked begins to gather, as pg does with each prepared statement; what is written meanwhile waits with
 * it, so that the order stays.
 */
export class GatheringSocket extends Socket {
  #gathers = false;

  override cork(): void {
    if (!this.#gathers) {
      this.#gathers = true;
      super.cork();
      // After every promise that is ready to go on: each of them may have something to say.
      process.nextTick(() => {
        this.#gathers = false;
        this.uncork();
      });
    }
    super.cork();
  }
}
