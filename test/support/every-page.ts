/** Returns all items of a list, fetched in pages of the given size; size one tests every page boundary. */
export async function everyPage<Item>(
  fetch: (page: { limit: number; cursor?: string }) => Promise<{ items: Item[]; next: string | null }>,
  limit = 1,
): Promise<Item[]> {
  const found: Item[] = [];
  let next: string | null = null;
  do {
    const page: { items: Item[]; next: string | null } = await fetch({ limit, ...(next ? { cursor: next } : {}) });
    found.push(...page.items);
    next = page.next;
  } while (next !== null);
  return found;
}
