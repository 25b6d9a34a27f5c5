/** Ids remembered in each of two generations. */
const most = 10_000;

/** The last 10,000 to 20,000 ids, to recognise a message that arrives in two ways. */
export class SeenIds {
  #current = new Set<string>();
  #former = new Set<string>();

  /** Returns whether the id is new, and remembers it. */
  add(id: string): boolean {
    if (this.#current.has(id) || this.#former.has(id)) return false;
    if (this.#current.size >= most) {
      this.#former = this.#current;
      this.#current = new Set();
    }
    this.#current.add(id);
    return true;
  }
}
