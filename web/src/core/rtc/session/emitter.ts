/** An event map: name → arguments of a listener. */
type EventMap = Record<string, unknown[]>;
type Listener<Args extends unknown[]> = (...args: Args) => void;

/**
 * A small typed emitter. A listener that throws harms neither the emitter nor the other listeners: recovery of a call
 * must not stop because a page could not draw.
 */
export class Emitter<Events extends EventMap> {
  readonly #listeners: { [Name in keyof Events]?: Set<Listener<Events[Name]>> } = {};

  /** Subscribes and returns the function that ends the subscription. */
  on<Name extends keyof Events>(name: Name, listener: Listener<Events[Name]>): () => void {
    const listeners = (this.#listeners[name] ??= new Set());
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  protected emit<Name extends keyof Events>(name: Name, ...args: Events[Name]): void {
    for (const listener of [...(this.#listeners[name] ?? [])]) {
      try {
        listener(...args);
      } catch (error) {
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }

  protected removeAllListeners(): void {
    for (const name of Object.keys(this.#listeners)) delete this.#listeners[name];
  }
}
