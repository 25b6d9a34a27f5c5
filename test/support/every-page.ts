/** What a list holds, fetched so many rows at a time; with one, every row is a page’s edge. */
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
