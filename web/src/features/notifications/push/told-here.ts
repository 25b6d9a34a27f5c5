const key = 'yunzhen.told-here';

/** Whose messages this browser shows: the account’s id. Without storage nobody’s are kept up over a session. */
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
      // It holds for this session.
    }
  },
  forget(): void {
    try {
      localStorage.removeItem(key);
    } catch {
      // Nothing was kept.
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
