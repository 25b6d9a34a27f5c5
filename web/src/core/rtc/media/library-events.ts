type Listener = (...args: never[]) => void;

/**
 * What of Node’s emitter the video library uses among its own parts. Built pages have it in place of the library’s, whose base is Node’s
 * whole one (`call-library.ts`).
 */
export class EnhancedEventEmitter {
  #listeners = new Map<string, Listener[]>();

  on(event: string, listener: Listener): this {
    // A new list each time: whoever is telling the last one goes on through it undisturbed.
    this.#listeners.set(event, [...this.listeners(event), listener]);
    return this;
  }

  once(event: string, listener: Listener): this {
    const told: Listener = (...args) => {
      this.off(event, told);
      listener(...args);
    };
    return this.on(event, told);
  }

  off(event: string, listener: Listener): this {
    this.#listeners.set(
      event,
      this.listeners(event).filter((known) => known !== listener),
    );
    return this;
  }

  addListener(event: string, listener: Listener): this {
    return this.on(event, listener);
  }

  removeListener(event: string, listener: Listener): this {
    return this.off(event, listener);
  }

  removeAllListeners(event?: string): this {
    if (event === undefined) this.#listeners.clear();
    else this.#listeners.delete(event);
    return this;
  }

  listeners(event: string): readonly Listener[] {
    return this.#listeners.get(event) ?? [];
  }

  listenerCount(event: string): number {
    return this.listeners(event).length;
  }

  /** Whether somebody listened. What a listener throws goes to whoever tells. */
  emit(event: string, ...args: unknown[]): boolean {
    const listeners = this.listeners(event);
    for (const listener of listeners) listener(...(args as never[]));
    return listeners.length > 0;
  }

  /** For what has happened already, which no listener’s fault can undo. */
  safeEmit(event: string, ...args: unknown[]): boolean {
    try {
      return this.emit(event, ...args);
    } catch (error) {
      this.emit('listenererror', event, error);
      return true;
    }
  }

  /** Nobody hears anything more. */
  close(): void {
    this.removeAllListeners();
  }
}
