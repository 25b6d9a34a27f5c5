const key = 'yunzhen.signed-in';

/**
 * Whether this browser may hold a refresh cookie. Not a secret and not a proof: it spares strangers a request that can
 * only be refused. Without storage the request is always made.
 */
export const signedInBefore = {
  is(): boolean {
    try {
      return localStorage.getItem(key) !== null;
    } catch {
      return true;
    }
  },
  remember(): void {
    try {
      localStorage.setItem(key, '1');
    } catch {
      // The cookie alone decides then.
    }
  },
  forget(): void {
    try {
      localStorage.removeItem(key);
    } catch {
      // As above.
    }
  },
};
