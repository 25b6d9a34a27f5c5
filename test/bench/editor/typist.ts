import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';

/**
 * Seconds of the keystroke-level model (Card, Moran and Newell, “The keystroke-level model for user performance time with interactive systems”,
 * Communications of the ACM 23(7), 1980): a key of an average typist who is no secretary (40 words a minute), and the mental
 * preparation before each choice. The model’s typist of 55 words a minute needs 0.20 s a key.
 */
export const secondsPerKey = 0.28;
export const secondsPerThought = 1.35;

/** Somebody who types at the pace of the model, thinks before each choice, and never touches the mouse. */
export class Typist {
  readonly #page: Page;
  #keys = 0;
  #thoughts = 0;

  constructor(page: Page) {
    this.#page = page;
  }

  /** What the model gives for what was done so far, were the machine infinitely quick. */
  get modelSeconds(): number {
    return this.#keys * secondsPerKey + this.#thoughts * secondsPerThought;
  }

  get keys(): number {
    return this.#keys;
  }

  async think(): Promise<void> {
    this.#thoughts += 1;
    await wait(secondsPerThought * 1000);
  }

  async type(text: string): Promise<void> {
    for (const letter of text) await this.#stroke(() => this.#page.keyboard.type(letter));
  }

  press(key: string): Promise<void> {
    return this.#stroke(() => this.#page.keyboard.press(key));
  }

  /** The key is down when its time is over; what the page takes to answer comes on top only where it is longer than that. */
  async #stroke(strike: () => Promise<void>): Promise<void> {
    this.#keys += 1;
    const due = performance.now() + secondsPerKey * 1000;
    await strike();
    await wait(Math.max(0, due - performance.now()));
  }
}
