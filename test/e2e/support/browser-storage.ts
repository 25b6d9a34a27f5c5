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

/** Returns what this tab stores encrypted under the name, as the page reads it after a reload. The last thing typed is stored a moment later. */
export function unsealed(page: Page, name: string): Promise<string> {
  return page.evaluate(async (place) => {
    const sealed = sessionStorage.getItem(`yunzhen.sealed.${place}`);
    if (sealed === null) return '';
    const opening = indexedDB.open('yunzhen.drafts');
    await new Promise((done) => opening.addEventListener('success', done, { once: true }));
    const asking = opening.result.transaction('keys').objectStore('keys').get('tab');
    await new Promise((done) => asking.addEventListener('success', done, { once: true }));
    opening.result.close();
    const bytes = Uint8Array.from(atob(sealed), (character) => character.charCodeAt(0));
    const options = { name: 'AES-GCM', iv: bytes.subarray(0, 12), additionalData: new TextEncoder().encode(place) };
    const plain = await crypto.subtle.decrypt(options, asking.result as CryptoKey, bytes.subarray(12));
    return new TextDecoder().decode(plain);
  }, `tab.${name}`);
}
