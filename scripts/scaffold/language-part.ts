import { globSync } from 'node:fs';
import type { Draft } from './draft.ts';

export interface NewLanguage {
  /** BCP 47, as browsers name it: `fr`, `pt-BR`. */
  readonly tag: string;
  /** The language's name for itself. */
  readonly name: string;
  /** Returns the replacement of an English text; `{name}` and ` | ` have a meaning. */
  readonly translate: (text: string) => string;
}

const list = 'shared/src/core/languages.ts';
/** A value of an object, in the formatter's style. */
const value = /(:\s*)('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`[^`]*`)/g;
const literal = `'(?:[^'\\\\\\n]|\\\\.)*'|"(?:[^"\\\\\\n]|\\\\.)*"`;
/** Matches `en: 'Tablet'`, and the English one of two adjacent texts. */
const english = new RegExp(
  `(?:(?:\\ben|title|label): ?\\s*(${literal}))|(${literal}),\\s*(?=(?:${literal})(?<=\\p{Script=Han}[^']*'|\\p{Script=Han}[^"]*"))`,
  'gu',
);

/** Adds the files of another language, starting as a copy of the English ones. @throws Error for a tag that is invalid or in use */
export function addLanguage(draft: Draft, root: string, { tag, name, translate }: NewLanguage): void {
  if (Intl.getCanonicalLocales(tag)[0] !== tag) throw new Error(`"${tag}" is not a language tag`);
  if (draft.has(`web/public/${tag}.webmanifest`)) throw new Error(`the language "${tag}" exists already`);
  const key = /^\w+$/.test(tag) ? tag : `'${tag}'`;
  draft.insertBefore(list, /^\} as const;/m, `  ${key}: { name: '${name}' },\n`);

  const translated = (code: string) =>
    code.replaceAll(value, (_whole, before: string, text: string) => before + quoted(text, translate));
  const texts = globSync(['web/src/**/texts.en.ts', 'web/src/**/texts/**/*.en.ts', 'web/src/app/texts/en/*.ts'], {
    cwd: root,
  });
  for (const file of texts.map((path) => path.replaceAll('\\', '/')).sort()) {
    const own = file.replace(/\.en\.ts$/, `.${tag}.ts`).replace('/texts/en/', `/texts/${tag}/`);
    draft.create(own, translated(draft.read(file)).replaceAll(`.en.ts'`, `.${tag}.ts'`));
  }
  const manifest = JSON.parse(draft.read('web/public/en.webmanifest')) as Record<string, unknown>;
  draft.create(
    `web/public/${tag}.webmanifest`,
    JSON.stringify(
      { ...manifest, lang: tag, dir: 'ltr' },
      (property, text: unknown) =>
        ['description', 'name'].includes(property) && typeof text === 'string' ? translate(text) : text,
      2,
    ),
  );
  const content = englishInCode(draft, root).map((text) => [text, translate(text)]);
  draft.create(`shared/src/core/content/${tag}.json`, JSON.stringify(Object.fromEntries(content), null, 2));
}

/** Rewrites the text between quotes. */
function quoted(source: string, translate: (text: string) => string): string {
  return source.startsWith('`') ? source : `${source[0]}${translate(source.slice(1, -1))}${source[0]}`;
}

/** Returns the English texts next to Chinese ones in the code: forms of medicines, questions, messages, names of figures. */
function englishInCode(draft: Draft, root: string): string[] {
  const files = globSync(['shared/src/**/*.ts', 'server/src/api/**/*.ts', 'web/src/features/**/*.ts'], { cwd: root });
  const found = files
    .filter((file) => !/\.test\.ts$|\/texts[/.]/.test(file))
    .flatMap((file) => [...draft.read(file).matchAll(english)])
    .map(([, named, paired]) => (named ?? paired ?? '').slice(1, -1).replaceAll(/\\(['"\\])/g, '$1'));
  return [...new Set(found)]
    .filter((text) => /[A-Za-z]/.test(text) && !/\\|^[\w-]+(\.[\w-]+)+$|\$\{/.test(text))
    .sort();
}
