const key = 'yunzhen.signed-in';

/**
 * Whether this browser may have a refresh cookie. Not a secret and not a proof: it saves visitors a request that would be rejected. Without storage
 * the request is always sent.
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
      // Only the cookie decides then.
    }
  },
  forget(): void {
    try {
      localStorage.removeItem(key);
    } catch {
      // Only the cookie decides then.
    }
  },
};
