const key = 'yunzhen.at-hand';

/** Whether somebody wants no more offers to be told here or to install the app. Kept in this browser. */
export const refusedForGood = {
  is(): boolean {
    try {
      return localStorage.getItem(key) === 'no';
    } catch {
      // Who can’t be remembered would be asked each time.
      return true;
    }
  },
  remember(): void {
    try {
      localStorage.setItem(key, 'no');
    } catch {
      // As above.
    }
  },
};
