import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './cruise.ts';

/** Words that the glossary bans in texts for people: archaic, translated, or without a role. */
const banned =
  /\b(whoever|somebody|nobody|anybody|everybody|meanwhile|anew|by (itself|themselves|himself|ourselves)|to be had|look(ed|s)? at|looks? again|put out|hand(ed)? in|goes on|go on(?! duty)|taken? back|is told|are told|any more|stands|so long|be good for)\b/i;

const texts = /(\.en\.ts|\/en\/[\w-]+\.ts)$/;
const literal = /(?<=: )(['"`])((?:(?!\1).)*)\1|^ {2,}(['"`])((?:(?!\3).)*)\3,$/gm;

/** Returns the English texts of a file, without keys and comments. */
function textsOf(path: string): string[] {
  const code = readFileSync(join(root, path), 'utf8');
  const source = texts.test(path) ? code : [...code.matchAll(/\ben: (['"`])(?:(?!\1).)*\1/g)].join('\n');
  return [...source.matchAll(literal)].map((match) => match[2] ?? match[4] ?? '');
}

const files = globSync(
  ['web/src/**/*.en.ts', 'web/src/app/texts/en/*.ts', 'server/src/api/notifications/templates/*-templates.ts'],
  {
    cwd: root,
  },
);

describe('English texts', () => {
  it('are found by the search', () => {
    expect(files.length).toBeGreaterThan(40);
    expect(files.flatMap(textsOf).length).toBeGreaterThan(2500);
  });

  it.each(files)('contain no banned words in %s', (path) => {
    expect(textsOf(path).filter((text) => banned.test(text))).toEqual([]);
  });

  it('with banned words would be rejected', () => {
    expect(['Somebody changed this meanwhile', 'It starts by itself'].filter((text) => banned.test(text))).toHaveLength(
      2,
    );
  });
});
