/** Serialises the work of one key, so that concurrent calls cannot exceed a count by key. */
export class Turns {
  readonly #lastOf = new Map<string, Promise<unknown>>();

  take<Value>(key: string, work: () => Promise<Value>): Promise<Value> {
    const turn = (this.#lastOf.get(key) ?? Promise.resolve()).then(work, work);
    this.#lastOf.set(key, turn);
    const leave = () => {
      if (this.#lastOf.get(key) === turn) this.#lastOf.delete(key);
    };
    turn.then(leave, leave);
    return turn;
  }
}
