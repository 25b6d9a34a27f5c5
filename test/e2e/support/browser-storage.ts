import type { Page } from '@playwright/test';

/** Returns everything in this page’s storage and the browser’s databases, as a script of the page can read it. */
export function stored(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const found: unknown[] = [Object.entries(localStorage), Object.entries(sessionStorage)];
    for (const { name = '' } of await indexedDB.databases()) {
      const opening = indexedDB.open(name);
      await new Promise((done) => opening.addEventListener('success', done, { once: true }));
      const database = opening.result;
      for (const store of database.objectStoreNames) {
        const asking = database.transaction(store).objectStore(store).getAll();
        await new Promise((done) => asking.addEventListener('success', done, { once: true }));
        for (const value of asking.result as unknown[]) {
          if (value instanceof CryptoKey) {
            const exported = await crypto.subtle.exportKey('raw', value).then(
              () => 'a key that scripts can read',
              () => 'sealed key',
            );
            found.push(exported);
          } else found.push(value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : value);
        }
      }
      database.close();
    }
    return JSON.stringify(found);
  });
}
