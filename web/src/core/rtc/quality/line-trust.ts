import { steadyBeforePicturesMs, wantsAudioOnly } from '../session/reconnect-policy.ts';

/** Whether the line is trusted with pictures: not after several losses in a short time, until it has been steady for a while. */
export class LineTrust {
  readonly #onChange: () => void;
  #losses: number[] = [];
  #falls = 0;
  #audioOnly = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  get audioOnly(): boolean {
    return this.#audioOnly;
  }

  /** Packets have stopped to pass. True when sound alone is to be brought back from now on. */
  handleLoss(now: number): boolean {
    clearTimeout(this.#timer);
    this.#losses = [...this.#losses.slice(-9), now];
    if (this.#audioOnly || !wantsAudioOnly(this.#losses, now)) return false;
    this.#falls += 1;
    this.#audioOnly = true;
    this.#onChange();
    return true;
  }

  handleWhole(): void {
    clearTimeout(this.#timer);
    if (this.#audioOnly) this.#timer = setTimeout(() => this.forgive(), steadyBeforePicturesMs(this.#falls));
  }

  /** Pictures come back: the line has been steady, or a person asks for them. */
  forgive(): void {
    clearTimeout(this.#timer);
    this.#losses = [];
    if (!this.#audioOnly) return;
    this.#audioOnly = false;
    this.#onChange();
  }

  close(): void {
    clearTimeout(this.#timer);
  }
}
