import type { CallKey } from '@yunzhen/shared/calls/keys.contract';

/** Whoever is away for longer has left; whoever changes networks or nodes is back by then, and keeps the key. */
export const goneAfterMs = 10_000;

/**
 * Who takes part besides oneself, as far as keys go. Somebody whose key is known but who has not been seen yet is on the way in, and
 * gets the media key ahead. Somebody who was here and has left does not, until they are back or come with another key.
 */
export class Presence {
  #present: ReadonlySet<string> = new Set();
  /** Since when each has been away, and with which page keys. */
  readonly #away = new Map<string, { readonly since: number; readonly keys: ReadonlySet<string> }>();
  #keys: readonly CallKey[] = [];

  /** Takes in who is there now. `came` when somebody is new or back, `left` when somebody has just gone away. */
  update(participantIds: readonly string[], now: number): { readonly came: boolean; readonly left: boolean } {
    const left = [...this.#present].filter((id) => !participantIds.includes(id));
    const came = participantIds.filter((id) => !this.#present.has(id));
    for (const id of left) this.#away.set(id, { since: now, keys: this.#keysOf(id) });
    for (const id of came) this.#away.delete(id);
    this.#present = new Set(participantIds);
    return { came: came.length > 0, left: left.length > 0 };
  }

  /** The keys of those who take part or are on the way in. */
  inCall(keys: readonly CallKey[], now: number): CallKey[] {
    this.#keys = keys;
    return keys.filter(({ id, participantId }) => {
      const away = this.#away.get(participantId);
      return !away?.keys.has(id) || now - away.since < goneAfterMs;
    });
  }

  get others(): readonly string[] {
    return [...this.#present];
  }

  #keysOf(participantId: string): Set<string> {
    return new Set(this.#keys.filter((key) => key.participantId === participantId).map(({ id }) => id));
  }
}
