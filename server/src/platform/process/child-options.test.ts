import { expect, it } from 'vitest';
import { childOptions } from './child-options.ts';

it.each([
  [['--env-file=.env', '--enable-source-maps'], ['--enable-source-maps']],
  [['--enable-source-maps', '--env-file', '.env'], ['--enable-source-maps']],
  [['--env-file-if-exists=.env'], []],
  [
    ['--import', './hooks.ts'],
    ['--import', './hooks.ts'],
  ],
])('a child started with %j does not read the file of settings again', (own, expected) => {
  expect(childOptions(own)).toEqual(expected);
});
