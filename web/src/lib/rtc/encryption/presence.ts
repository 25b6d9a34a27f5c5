import type { CallKey } from '@yunzhen/shared/contract/call-keys';

/**
 * Who takes part, as far as keys go. Somebody whose key is known but who has not been seen yet is on the way in, and
 * gets the media key ahead. Somebody who was here and has gone does not, until they are back or come with another key.
 */
export class Presence {
  #present: ReadonlySet<string> = new Set();
  /** For each who has gone, the page keys they have had. */
  readonly #gone = new Map<string, Set<string>>();
  #keys: readonly CallKey[] = [];

  /** True when somebody has come or gone. */
  update(participantIds: readonly string[]): boolean {
    const now = new Set(participantIds);
    const left = [...this.#present].filter((id) => !now.has(id));
    const came = participantIds.filter((id) => !this.#present.has(id));
    for (const id of left)
      this.#gone.set(id, new Set(this.#keys.filter(({ participantId }) => participantId === id).map((key) => key.id)));
    for (const id of came) this.#gone.delete(id);
    this.#present = now;
    return left.length > 0 || came.length > 0;
  }

  inCall(keys: readonly CallKey[]): CallKey[] {
    this.#keys = keys;
    return keys.filter(({ id, participantId }) => !this.#gone.get(participantId)?.has(id));
  }

  others(self: string): string[] {
    return [...this.#present].filter((id) => id !== self);
  }
}
