import type { CallKey } from '@yunzhen/shared/calls/keys.contract';

/** A participant who is away for longer has left. One who changes networks or nodes is back earlier and keeps the key. */
export const goneAfterMs = 10_000;

/**
 * Tracks the other participants for key distribution. A participant with a published key who has not joined yet is joining, and gets the media key in
 * advance.
 * A participant who has left gets no key until they return or publish a new one.
 */
export class Presence {
  #present: ReadonlySet<string> = new Set();
  /** Since when each participant has been away, and with which page keys. */
  readonly #away = new Map<string, { readonly since: number; readonly keys: ReadonlySet<string> }>();
  #keys: readonly CallKey[] = [];

  /** Updates the present participants. `came`: a participant is new or back; `left`: a participant has just left. */
  update(participantIds: readonly string[], now: number): { readonly came: boolean; readonly left: boolean } {
    const left = [...this.#present].filter((id) => !participantIds.includes(id));
    const came = participantIds.filter((id) => !this.#present.has(id));
    for (const id of left) this.#away.set(id, { since: now, keys: this.#keysOf(id) });
    for (const id of came) this.#away.delete(id);
    this.#present = new Set(participantIds);
    return { came: came.length > 0, left: left.length > 0 };
  }

  /** Returns the keys of participants who are present or joining. */
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
