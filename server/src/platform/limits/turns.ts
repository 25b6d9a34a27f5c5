/** Does the work of one key one after the other, so that what is counted by it can’t be passed by many at once. */
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
