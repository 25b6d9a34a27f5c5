import { createRequire } from 'node:module';

let loaded: typeof import('pinyin-pro') | undefined;

/** Returns pinyin-pro, loaded with its dictionaries at the first Chinese name: 30 ms and 6 MB that most threads and short runs do not need. */
export function pinyinLibrary(): typeof import('pinyin-pro') {
  return (loaded ??= createRequire(import.meta.url)('pinyin-pro') as typeof import('pinyin-pro'));
}
