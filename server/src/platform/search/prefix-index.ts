/** Sorted keys, each with its entry’s number; finds all that start with a prefix in O(log n). */
export class PrefixIndex {
  readonly #keys: string[];
  readonly #entries: Uint32Array;

  constructor(pairs: readonly (readonly [key: string, entry: number])[]) {
    const sorted = [...pairs].sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] - b[1]));
    this.#keys = sorted.map(([key]) => key);
    this.#entries = Uint32Array.from(sorted, ([, entry]) => entry);
  }

  /** Calls `visit` for each key that starts with `prefix`, in key order; `exact`: the key equals the prefix. */
  forEach(prefix: string, visit: (entry: number, exact: boolean) => void): void {
    for (let at = this.#lowerBound(prefix); at < this.#keys.length; at++) {
      const key = this.#keys[at] ?? '';
      if (!key.startsWith(prefix)) return;
      visit(this.#entries[at] ?? 0, key.length === prefix.length);
    }
  }

  #lowerBound(key: string): number {
    let low = 0;
    let high = this.#keys.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#keys[middle] ?? '') < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
