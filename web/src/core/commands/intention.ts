/** Commands whose outcome is not known yet, by what was asked for. The oldest go first. */
const open = new Map<string, { key: string; entities: readonly unknown[] }>();
const limit = 100;

const blobs = new WeakMap<Blob, string>();

/** One text for the same command with the same input, in this tab. */
export function intentionOf(routeName: string, input: object): string {
  return JSON.stringify([routeName, input], (_, value: unknown) => (value instanceof Blob ? blobName(value) : value));
}

/** The idempotency key of an intention: the same one until `endIntention`, so that a lost answer never makes a second row. */
export function keyOf(intention: string, entities: readonly unknown[] = []): string {
  const known = open.get(intention);
  if (known) return known.key;
  const key = crypto.randomUUID();
  open.set(intention, { key, entities });
  const [oldest] = open.keys();
  if (open.size > limit && oldest !== undefined) open.delete(oldest);
  return key;
}

/**
 * The server has answered: the same input again is another intention. So it is for lost commands that change the same entities: going on
 * duty after having gone off duty must not get the lost answer of the first time.
 */
export function endIntention(intention: string, entities: readonly unknown[] = []): void {
  open.delete(intention);
  for (const [lost, { entities: changed }] of open)
    if (changed.some((entity) => entities.includes(entity))) open.delete(lost);
}

/** Forgets all of them, when the session of the person ends. */
export function endAllIntentions(): void {
  open.clear();
}

function blobName(blob: Blob): string {
  const name = blobs.get(blob) ?? crypto.randomUUID();
  blobs.set(blob, name);
  return name;
}
