import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './cruise.ts';

/** Words that the glossary bans in texts for people: archaic, translated, or without a role. Texts say phone, not telephone. */
const banned =
  /\b(whoever|somebody|nobody|anybody|everybody|meanwhile|anew|by (itself|themselves|himself|ourselves)|to be had|look(ed|s)? at|looks? again|put out|hand(ed)? in|goes on|go on(?! (or off )?duty)|taken? back|is told|are told|any more|stands|so long|be good for|telephone)\b/i;

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

/** Other places of texts: pairs of languages, summaries of the OpenAPI document, reasons of errors, and log lines. */
const otherTexts = [
  /\ben: (['"`])((?:(?!\1)[^\\]|\\.)*)\1/g,
  /\bsummary:\s*(['"`])((?:(?!\1)[^\\]|\\.)*)\1/g,
  /\bnew Error\(\s*(['"`])((?:(?!\1)[^\\]|\\.)*)\1/g,
  /\bnew AppError\([^,()]*,\s*(['"`])((?:(?!\1)[^\\]|\\.)*)\1/g,
  /\blog\??\.(?:info|warn|error|fatal|debug)\([^'"`;]*?(['"`])((?:(?!\1)[^\\]|\\.)*)\1/g,
  /\bhelp:\s*(['"`])((?:(?!\1)[^\\]|\\.)*)\1/g,
];
// What patients say, and what earlier versions of a form said.
const patientsWords = /test\.ts$|danger-signs|earlier-wording|\/testing\//;
const programs = globSync('{shared,server}/src/**/*.ts', { cwd: root, exclude: (path) => patientsWords.test(path) });

/** Files whose every literal is a text that people read: labels of papers, standard texts of a hospital, questions before a visit. */
const allTexts = globSync(
  ['server/src/**/*-labels.ts', 'server/src/api/administration/consent/standard/*.ts', 'shared/src/intake/forms/*.ts'],
  { cwd: root },
).filter((path) => !patientsWords.test(path));
const anyLiteral = /(?<![\w}])(['"`])((?:(?!\1)[^\\]|\\.)*)\1/g;
const withoutComments = (code: string) => code.replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '');

describe('English texts of labels, standard texts and forms', () => {
  const found = allTexts.flatMap((path) =>
    [...withoutComments(readFileSync(join(root, path), 'utf8')).matchAll(anyLiteral)].map((match) => ({
      path,
      text: match[2] ?? '',
    })),
  );

  it('are found', () => {
    expect(allTexts.length).toBeGreaterThan(20);
    expect(found.length).toBeGreaterThan(2000);
  });

  it('contain no banned words', () => {
    expect(found.filter(({ text }) => banned.test(text))).toEqual([]);
  });
});

describe('English texts of the programs', () => {
  const found = programs.flatMap((path) => {
    const code = readFileSync(join(root, path), 'utf8');
    return otherTexts.flatMap((form) => [...code.matchAll(form)].map((match) => ({ path, text: match[2] ?? '' })));
  });

  it('are found: questions, rules, papers, summaries, errors and log lines', () => {
    expect(found.length).toBeGreaterThan(2000);
  });

  it('contain no banned words', () => {
    expect(found.filter(({ text }) => banned.test(text))).toEqual([]);
  });
});

/** Words without a role or a meaning of their own; text in backticks is code and may be anything. */
const bannedInComments =
  /\b(whoever|somebody|anybody|everybody|meanwhile|anew|by (itself|themselves)|to be had|is told|are told|looks? again|noughts|beforehand|let (go|fall))\b/i;

const comment = /\/\*[^]*?\*\/|(?:^|\s)\/\/[^\n]*|<!--[^]*?-->/g;
const title = /\b(?:it|test|describe)(?:\.\w+)*\(\s*(['"`])((?:(?!\1).)*)\1/g;

function commentsAndTitlesOf(path: string): string[] {
  const code = readFileSync(join(root, path), 'utf8');
  const titles = [...code.matchAll(title)].map((match) => match[2] ?? '');
  return [...(code.match(comment) ?? []), ...titles].map((text) => text.replace(/`[^`]*`|“[^”]*”|"[^"]*"/g, ''));
}

const sources = globSync(['{server,shared,web}/{src,build}/**/*.{ts,vue}', '{test,scripts}/**/*.ts'], {
  cwd: root,
  exclude: (path) => /node_modules|plain-english/.test(path),
});

describe('comments and test names', () => {
  it('are found', () => {
    expect(sources.length).toBeGreaterThan(3000);
  });

  it('use no banned words', () => {
    const found = sources.flatMap((path) =>
      commentsAndTitlesOf(path)
        .filter((text) => bannedInComments.test(text))
        .map((text) => `${path}: ${text.trim()}`),
    );
    expect(found).toEqual([]);
  });

  it('would be refused with such words', () => {
    expect(bannedInComments.test('// Somebody changed it')).toBe(true);
  });
});
