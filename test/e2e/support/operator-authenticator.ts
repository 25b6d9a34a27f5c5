import { codeAt, stepAt } from '../../../server/src/api/accounts/second-factor/one-time-code.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** An authenticator app with the characters that a page shows. Each call gives the next code: one that was used opens nothing. */
export function authenticatorFor(characters: string): () => string {
  const bits = [...characters.trim()].map((each) => alphabet.indexOf(each).toString(2).padStart(5, '0')).join('');
  const secret = Buffer.from(bits.match(/.{8}/g)?.map((each) => parseInt(each, 2)) ?? []);
  let step = 0;
  return () => {
    step = Math.max(step + 1, stepAt(new Date()));
    return codeAt(secret, step);
  };
}
