/** A patient who was shown in a list is not recorded for the same person, session and list again for this long. */
const rememberedMs = 60 * 60_000;
/** Lists that one process remembers; the one that was read longest ago is forgotten first, and only recorded again. */
const mostLists = 20_000;

/** A list without patients. */
export const nobody = '';

/**
 * Whom lists have shown lately, so that a list that is polled does not fill the audit. Kept in the process: where it is lost, a look is
 * recorded once more, never once less.
 */
export class ShownPatients {
  readonly #lists = new Map<string, Map<string, number>>();

  /** Of these patients those who are new in the list; `nobody` for an empty list that is new itself. */
  newIn(list: string, patientIds: readonly string[], now: Date): string[] {
    const known = this.#lists.get(list);
    const isNew = (id: string) => Math.abs(now.getTime() - (known?.get(id) ?? -Infinity)) >= rememberedMs;
    const shown = new Set(patientIds);
    if (shown.size > 0) return [...shown].filter(isNew);
    return [...(known?.keys() ?? [])].every(isNew) ? [nobody] : [];
  }

  /** Called when the record of it is committed. */
  remember(list: string, patientIds: readonly string[], now: Date): void {
    const known = this.#lists.get(list) ?? new Map<string, number>();
    for (const [id, at] of known) if (Math.abs(now.getTime() - at) >= rememberedMs) known.delete(id);
    for (const id of patientIds) known.set(id, now.getTime());
    this.#lists.delete(list);
    this.#lists.set(list, known);
    const [oldest] = this.#lists.keys();
    if (this.#lists.size > mostLists && oldest !== undefined) this.#lists.delete(oldest);
  }
}
