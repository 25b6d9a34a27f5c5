const key = 'yunzhen.told-here';

/** Account id whose push messages this browser shows. Without storage, registration ends with the session. */
export const toldHere = {
  is(accountId: string): boolean {
    return read() === accountId;
  },
  anybody(): boolean {
    return read() !== null;
  },
  remember(accountId: string): void {
    try {
      localStorage.setItem(key, accountId);
    } catch {
      // It applies to this session only.
    }
  },
  forget(): void {
    try {
      localStorage.removeItem(key);
    } catch {
      // Nothing was stored.
    }
  },
};

function read(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
