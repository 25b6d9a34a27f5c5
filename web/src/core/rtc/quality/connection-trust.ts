import { steadyBeforePicturesMs, wantsAudioOnly } from '../session/reconnect-policy.ts';

/** Decides whether the connection is trusted with pictures: not after several losses in a short time, until it has been steady for a while. */
export class ConnectionTrust {
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

  /** Records a loss of the connection; returns true when only sound is restored from now on. */
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

  /** Restores pictures: the connection has been steady, or the user asks for them. */
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
