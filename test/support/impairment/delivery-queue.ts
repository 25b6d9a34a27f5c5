/** Delivers items at their due time, earliest first, with one timer for all. */
export class DeliveryQueue<Item> {
  readonly #deliver: (item: Item) => void;
  readonly #waiting: { readonly due: number; readonly item: Item }[] = [];
  #timer: NodeJS.Timeout | undefined;
  #timerDue = Infinity;

  constructor(deliver: (item: Item) => void) {
    this.#deliver = deliver;
  }

  /**
   * Adds an item.
   * @param due in milliseconds of `performance.now()`; an item in the past is delivered at once
   */
  add(due: number, item: Item): void {
    if (due <= performance.now() && this.#waiting.length === 0) {
      this.#deliver(item);
      return;
    }
    let place = this.#waiting.length;
    while (place > 0 && (this.#waiting[place - 1]?.due ?? 0) > due) place -= 1;
    this.#waiting.splice(place, 0, { due, item });
    this.#schedule();
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.#timerDue = Infinity;
    this.#waiting.length = 0;
  }

  #schedule(): void {
    const due = this.#waiting[0]?.due;
    if (due === undefined || due >= this.#timerDue) return;
    clearTimeout(this.#timer);
    this.#timerDue = due;
    this.#timer = setTimeout(() => this.#run(), Math.max(0, due - performance.now()));
  }

  #run(): void {
    this.#timerDue = Infinity;
    const now = performance.now();
    while ((this.#waiting[0]?.due ?? Infinity) <= now) {
      const next = this.#waiting.shift();
      if (next) this.#deliver(next.item);
    }
    this.#schedule();
  }
}
