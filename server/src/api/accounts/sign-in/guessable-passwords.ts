import { createRequire } from 'node:module';
import type { ZxcvbnFactory } from '@zxcvbn-ts/core';

/** Fewer guesses than this take seconds against a stolen hash, and weeks against a sign-in page. */
const guessesToOutlast = 1e8;

/** If this prefix is strong enough, so is the whole; the check’s time grows faster than the length. */
const charactersToCheck = 64;

/** What Chinese and hospital passwords begin or end with, in addition to the package’s list; most frequent first. */
const commonHere = (
  'woaini 5201314 1314520 520520 1314 woaiwojia woaini1314 wodemima mima nihao asd123 qwe123 aini caonima baobei ' +
  'laopo laogong zhongguo beijing shanghai hospital clinic doctor patient nurse pharmacy medical health yiyuan ' +
  'yisheng yaofang huanzhe yunzhen yunzhen.org hulianwangyiyuan 云诊 医院 医生 患者 药房 我爱你'
).split(' ');

const load = createRequire(import.meta.url);
let estimator: ZxcvbnFactory | undefined;

/** Returns the estimator, created at the first password: loading and indexing 49,000 leaked passwords is slow, and most starts see no new one. */
function theEstimator(): ZxcvbnFactory {
  return (estimator ??= createEstimator());
}

function createEstimator(): ZxcvbnFactory {
  const core = load('@zxcvbn-ts/core') as typeof import('@zxcvbn-ts/core');
  const { adjacencyGraphs, dictionary } = load(
    '@zxcvbn-ts/language-common',
  ) as typeof import('@zxcvbn-ts/language-common');
  return new core.ZxcvbnFactory({
    dictionary: { 'passwords-common': dictionary['passwords-common'], 'common-here': commonHere },
    graphs: adjacencyGraphs,
  });
}

/**
 * Returns whether a password is among the first guesses (NIST SP 800-63B, 3.1.1.2): leaked and common ones with variations, keyboard runs,
 * repetitions, dates, and anything that names the account.
 * `own`: names, addresses and numbers of the account and the hospital.
 */
export function isGuessable(password: string, own: readonly (string | null | undefined)[]): boolean {
  const { guesses } = theEstimator().check(password.slice(0, charactersToCheck), own.flatMap(partsOf));
  return guesses < guessesToOutlast;
}

/**
 * Splits a name: `Li Wei` is also `liwei`, `li` and `wei`; an address gives the part before the `@`, a number its digits without the country code.
 */
function partsOf(name: string | null | undefined): string[] {
  if (!name) return [];
  const [local = ''] = name.toLowerCase().split('@');
  const words = local.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 1);
  const number = /^\+\d{7,15}$/.test(local) ? [local.slice(1), local.slice(3), local.slice(-11), local.slice(-8)] : [];
  return [name.toLowerCase(), local, ...words, words.join(''), words.toReversed().join(''), ...number].filter(Boolean);
}
