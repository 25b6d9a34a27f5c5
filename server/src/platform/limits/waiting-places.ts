/** A few places for each network: the oldest guest leaves when a new one finds none. */
export class WaitingPlaces {
  readonly #ofEach: number;
  readonly #guests = new Map<string, Set<() => void>>();

  constructor(ofEach: number) {
    this.#ofEach = Math.max(1, ofEach);
  }

  /** Takes a place; `leave` is called when a newer guest needs it. @returns a function that gives the place back */
  take(network: string, leave: () => void): () => void {
    const guests = this.#guests.get(network) ?? new Set();
    this.#guests.set(network, guests);
    const guest = () => leave();
    guests.add(guest);
    const release = () => {
      guests.delete(guest);
      if (guests.size === 0 && this.#guests.get(network) === guests) this.#guests.delete(network);
    };
    for (const oldest of guests) {
      if (guests.size <= this.#ofEach) break;
      guests.delete(oldest);
      oldest();
    }
    return release;
  }
}
