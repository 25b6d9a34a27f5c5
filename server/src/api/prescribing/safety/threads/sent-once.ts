/** Which of a thread’s large inputs it already has, least recently used first. */
export class SentOnce<Key> {
  readonly #most: number;
  readonly #sent = new Set<Key>();
  constructor(most: number) {
    this.#most = most;
  }

  /** Notes that the thread uses an input. Returns whether it must be sent, and what the thread can drop from its cache. */
  use(key: Key): { readonly isNew: boolean; readonly forget: Key | null } {
    const isNew = !this.#sent.delete(key);
    this.#sent.add(key);
    const [oldest] = this.#sent;
    const forget = this.#sent.size > this.#most && oldest !== undefined ? oldest : null;
    if (forget !== null) this.#sent.delete(forget);
    return { isNew, forget };
  }
}
