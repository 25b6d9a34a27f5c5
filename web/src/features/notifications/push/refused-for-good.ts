const key = 'yunzhen.at-hand';

/** Whether the user has declined offers of push messages and installation. Stored in this browser. */
export const refusedForGood = {
  is(): boolean {
    try {
      return localStorage.getItem(key) === 'no';
    } catch {
      // Without storage the user would be asked every time.
      return true;
    }
  },
  remember(): void {
    try {
      localStorage.setItem(key, 'no');
    } catch {
      // Without storage the user would be asked every time.
    }
  },
};
