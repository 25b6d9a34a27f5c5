import { codeAt, stepAt } from '../../../server/src/api/accounts/second-factor/one-time-code.ts';
import { secretFrom } from '../../support/authenticator.ts';

/** Returns an authenticator for the key that a page shows. Each call returns the next code, because a used one is rejected. */
export function authenticatorFor(characters: string): () => string {
  const secret = secretFrom(characters);
  let step = 0;
  return () => {
    step = Math.max(step + 1, stepAt(new Date()));
    return codeAt(secret, step);
  };
}
