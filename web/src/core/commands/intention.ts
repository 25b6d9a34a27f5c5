/** Commands with an unknown outcome, by route and input. The oldest are removed first. */
const open = new Map<string, { key: string; entities: readonly unknown[] }>();
const limit = 100;

const blobs = new WeakMap<Blob, string>();

/** Returns a string that is equal for the same command with the same input, in this tab. */
export function intentionOf(routeName: string, input: object): string {
  return JSON.stringify([routeName, input], (_, value: unknown) => (value instanceof Blob ? blobName(value) : value));
}

/**
 * Returns the idempotency key of an intention. It stays the same until `endIntention`, so that a retry after a lost answer never creates a second
 * row.
 */
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
 * Ends an intention after the server has answered: the same input is a new intention. It also ends lost commands that change the same entities.
 * Example: going on duty after going off duty must not return the answer of the first time.
 */
export function endIntention(intention: string, entities: readonly unknown[] = []): void {
  open.delete(intention);
  for (const [lost, { entities: changed }] of open)
    if (changed.some((entity) => entities.includes(entity))) open.delete(lost);
}

/** Removes all intentions when the session ends. */
export function endAllIntentions(): void {
  open.clear();
}

function blobName(blob: Blob): string {
  const name = blobs.get(blob) ?? crypto.randomUUID();
  blobs.set(blob, name);
  return name;
}
