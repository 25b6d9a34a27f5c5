/** Keys of commands whose outcome is not known yet, by what was asked for. The oldest go first. */
const keys = new Map<string, string>();
const limit = 100;

const blobs = new WeakMap<Blob, string>();

/** One text for the same command with the same input, in this tab. */
export function intentionOf(routeName: string, input: object): string {
  return JSON.stringify([routeName, input], (_, value: unknown) => (value instanceof Blob ? blobName(value) : value));
}

/** The idempotency key of an intention: the same one until `endIntention`, so that a lost answer never makes a second row. */
export function keyOf(intention: string): string {
  const known = keys.get(intention);
  if (known) return known;
  const key = crypto.randomUUID();
  keys.set(intention, key);
  const [oldest] = keys.keys();
  if (keys.size > limit && oldest !== undefined) keys.delete(oldest);
  return key;
}

/** The server has answered: the same input again is another intention. */
export function endIntention(intention: string): void {
  keys.delete(intention);
}

/** Forgets all of them, when the session of the person ends. */
export function endAllIntentions(): void {
  keys.clear();
}

function blobName(blob: Blob): string {
  const name = blobs.get(blob) ?? crypto.randomUUID();
  blobs.set(blob, name);
  return name;
}
