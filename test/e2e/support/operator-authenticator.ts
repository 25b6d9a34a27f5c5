import { codeAt, stepAt } from '../../../server/src/api/accounts/second-factor/one-time-code.ts';
import { secretFrom } from '../../support/authenticator.ts';

/** An authenticator app with the characters that a page shows. Each call gives the next code: one that was used opens nothing. */
export function authenticatorFor(characters: string): () => string {
  const secret = secretFrom(characters);
  let step = 0;
  return () => {
    step = Math.max(step + 1, stepAt(new Date()));
    return codeAt(secret, step);
  };
}
