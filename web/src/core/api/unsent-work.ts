interface Ports {
  /** The databases of this browser at this address, and the keys of what they hold, without encryption keys. */
  databases: () => Promise<readonly { name?: string }[]>;
  keysOf: (database: string) => Promise<readonly IDBValidKey[]>;
  isVisible: () => boolean;
  ask: (question: string) => boolean;
  language: () => string;
}

const questions = {
  en: 'The hospital has a new address. Messages or texts on this device are not sent yet, and cannot be opened there. Go to the new address now? To copy them first, cancel, and reload the page afterwards.',
  zh: '医院已启用新网址。本设备上还有未发送的消息或文字，在新网址无法打开。现在前往新网址吗？如需先复制，请点“取消”，复制后再刷新页面。',
};

/** Prescriptions that stay readable without a network are copies, not work. */
const isWork = (key: IDBValidKey) => !(typeof key === 'string' && key.startsWith('held.'));

/**
 * Returns a function that tells whether a page may leave an address for good: at once without messages to be sent and without drafts there, else if
 * the person says so. Asks once, and never in a tab in the background.
 */
export function createLeaving({ databases, keysOf, isVisible, ask, language }: Ports): () => Promise<boolean> {
  let answer: boolean | null = null;
  const hasWork = async () => {
    for (const { name = '' } of await databases())
      if (name.startsWith('yunzhen.') && (await keysOf(name)).some(isWork)) return true;
    return false;
  };
  return async () => {
    // A browser that blocks storage has stored nothing.
    const work = await hasWork().catch(() => false);
    if (!work) return true;
    if (answer === null && !isVisible()) return false;
    answer ??= ask(language().startsWith('zh') ? questions.zh : questions.en);
    return answer;
  };
}

function keysOf(name: string): Promise<IDBValidKey[]> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onerror = () => reject(opening.error ?? new Error('browser database failed'));
    opening.onsuccess = () => {
      const database = opening.result;
      const stores = [...database.objectStoreNames].filter((store) => store !== 'keys');
      if (stores.length === 0) return resolve([]);
      const transaction = database.transaction(stores, 'readonly');
      const asked = stores.map((store) => transaction.objectStore(store).getAllKeys());
      transaction.oncomplete = () => {
        database.close();
        resolve(asked.flatMap(({ result }) => result));
      };
      transaction.onabort = () => reject(transaction.error ?? new Error('browser database failed'));
    };
  });
}

export const mayLeave = createLeaving({
  databases: () => indexedDB.databases(),
  keysOf,
  isVisible: () => document.visibilityState === 'visible',
  ask: (question) => confirm(question),
  language: () => document.documentElement.lang,
});
