import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';

/**
 * Seconds per key and per mental step of the keystroke-level model, for an average non-secretary typist (40 words a minute). At 55 words a minute a
 * key takes 0.20 s. Source: Card, Moran and Newell, “The keystroke-level model for user performance time with interactive systems”, Communications of
 * the ACM 23(7), 1980.
 */
export const secondsPerKey = 0.28;
export const secondsPerThought = 1.35;

/** Types at the pace of the model, with a mental step before each choice, without the mouse. */
export class Typist {
  readonly #page: Page;
  #keys = 0;
  #thoughts = 0;

  constructor(page: Page) {
    this.#page = page;
  }

  /** The model’s seconds for everything typed so far, with an infinitely fast machine. */
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

  /** Presses a key at the end of its time; the page’s response adds time only where it takes longer. */
  async #stroke(strike: () => Promise<void>): Promise<void> {
    this.#keys += 1;
    const due = performance.now() + secondsPerKey * 1000;
    await strike();
    await wait(Math.max(0, due - performance.now()));
  }
}
