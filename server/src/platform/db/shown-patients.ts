import { HOUR_MS } from '@yunzhen/shared/core/time/duration';

/** A patient shown in a list is not recorded again for the same session and list within this time. */
const rememberedMs = HOUR_MS;
/** Lists that one process remembers. The least recently read one is dropped first, and is then only recorded again. */
const MAX_LISTS = 20_000;

/** Marks a list without patients. */
export const nobody = '';

/**
 * Patients that lists have shown recently, so that a polled list does not fill the audit. Kept in the process: if it is lost, an access is recorded
 * once more, never once less.
 */
export class ShownPatients {
  readonly #lists = new Map<string, Map<string, number>>();

  /** Returns those of these patients who are new in the list; `nobody` for a new empty list. */
  newIn(list: string, patientIds: readonly string[], now: Date): string[] {
    const known = this.#lists.get(list);
    const isNew = (id: string) => Math.abs(now.getTime() - (known?.get(id) ?? -Infinity)) >= rememberedMs;
    const shown = new Set(patientIds);
    if (shown.size > 0) return [...shown].filter(isNew);
    return [...(known?.keys() ?? [])].every(isNew) ? [nobody] : [];
  }

  /** Call it when the record is committed. */
  remember(list: string, patientIds: readonly string[], now: Date): void {
    const known = this.#lists.get(list) ?? new Map<string, number>();
    for (const [id, at] of known) if (Math.abs(now.getTime() - at) >= rememberedMs) known.delete(id);
    for (const id of patientIds) known.set(id, now.getTime());
    this.#lists.delete(list);
    this.#lists.set(list, known);
    const [oldest] = this.#lists.keys();
    if (this.#lists.size > MAX_LISTS && oldest !== undefined) this.#lists.delete(oldest);
  }
}
