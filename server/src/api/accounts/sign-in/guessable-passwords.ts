import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

/** Fewer guesses than this are made in seconds against a stolen hash, and in weeks against a sign-in page. */
const guessesToOutlast = 1e8;

/** A prefix that outlasts the guesses does so with what follows; the time of the check grows faster than the length. */
const charactersToCheck = 64;

/** What Chinese and hospital passwords begin or end with, beside the common ones of the package; the most frequent first. */
const commonHere = (
  'woaini 5201314 1314520 520520 1314 woaiwojia woaini1314 wodemima mima nihao asd123 qwe123 aini caonima baobei ' +
  'laopo laogong zhongguo beijing shanghai hospital clinic doctor patient nurse pharmacy medical health yiyuan ' +
  'yisheng yaofang huanzhe yunzhen yunzhen.org hulianwangyiyuan 云诊 医院 医生 患者 药房 我爱你'
).split(' ');

let estimator: ZxcvbnFactory | undefined;

/** Made with the first password: the dictionary of 49,000 leaked passwords takes its time to index. */
function theEstimator(): ZxcvbnFactory {
  return (estimator ??= new ZxcvbnFactory({
    dictionary: { 'passwords-common': dictionary['passwords-common'], 'common-here': commonHere },
    graphs: adjacencyGraphs,
  }));
}

/**
 * Whether a password is among the first guesses (NIST SP 800-63B, 3.1.1.2): leaked and common ones with their variations, keyboard runs,
 * repetitions, dates, and whatever names its account. `own`: the account’s and the hospital’s names, addresses and numbers.
 */
export function isGuessable(password: string, own: readonly (string | null | undefined)[]): boolean {
  const { guesses } = theEstimator().check(password.slice(0, charactersToCheck), own.flatMap(partsOf));
  return guesses < guessesToOutlast;
}

/** `Li Wei` is also `liwei`, `li` and `wei`; of an address the name before the `@`; of a number the digits without the country. */
function partsOf(name: string | null | undefined): string[] {
  if (!name) return [];
  const [local = ''] = name.toLowerCase().split('@');
  const words = local.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 1);
  const number = /^\+\d{7,15}$/.test(local) ? [local.slice(1), local.slice(3), local.slice(-11), local.slice(-8)] : [];
  return [name.toLowerCase(), local, ...words, words.join(''), words.toReversed().join(''), ...number].filter(Boolean);
}
