import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Draft } from '../../scripts/scaffold/draft.ts';
import { addLanguage } from '../../scripts/scaffold/language-part.ts';

/** The private-use tag that browsers and editors use for a pseudo-locale of English. */
export const pseudoLocale = { tag: 'en-XA', name: 'Ƥşḗŭḓǿ' };

const plain = 'AaBbCcDdEeFfGgHhIiJjKkLlMmNnOoPpQqRrSsTtUuVvWwXxYyZz';
const accented = 'ȦȧƁƀƇƈḒḓḖḗƑƒƓɠĦħĪīĴĵĶķĿŀḾḿȠƞǾǿƤƥɊɋŘřŞşŦŧŬŭṼṽẆẇẊẋẎẏẐẑ';
const letters = new Map([...plain].map((letter, at) => [letter, [...accented][at] ?? letter]));
/** Parts with a meaning for the program: placeholders, escapes, the bar between plural forms. */
const kept = /\{[^}]*\}|\\.|\s\|\s/;

/** Converts `Sign in` to `Şīīɠƞ īīƞ`: letters get accents and vowels are doubled, which makes the text a third longer. */
export function pseudo(text: string): string {
  return text
    .split(new RegExp(`(${kept.source})`))
    .map((part) => (kept.test(part) ? part : [...part].map(accent).join('')))
    .join('');
}

const accent = (letter: string): string => (letters.get(letter) ?? letter).repeat(/[aeiouy]/.test(letter) ? 2 : 1);

const root = fileURLToPath(new URL('../../', import.meta.url));
const run = promisify(execFile);

/** Creates a copy of the product with the pseudo-locale as third language and builds its pages. Returns the folder. */
export async function copyWithThirdLanguage(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'yunzhen-third-language-'));
  for (const part of ['shared', 'server', 'web', 'migrations', 'package.json', 'tsconfig.base.json'])
    await cp(join(root, part), join(folder, part), {
      recursive: true,
      filter: (path) => !/\/(node_modules|dist)$/.test(path),
    });
  await linkPackages(folder);
  const draft = new Draft(folder);
  addLanguage(draft, folder, { ...pseudoLocale, translate: pseudo });
  for (const [path, text] of draft.files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  const vite = join(folder, 'node_modules', 'vite', 'bin', 'vite.js');
  await run(process.execPath, [vite, 'build', '--mode', 'test', '--logLevel', 'error'], { cwd: join(folder, 'web') });
  return folder;
}

/** Links the installed packages; the product’s own packages point to the copy. */
async function linkPackages(folder: string): Promise<void> {
  const from = join(root, 'node_modules');
  const to = join(folder, 'node_modules');
  await mkdir(join(to, '@yunzhen'), { recursive: true });
  for (const name of await readdir(from))
    if (name !== '@yunzhen' && !name.startsWith('.vite')) await symlink(join(from, name), join(to, name));
  for (const name of ['shared', 'server', 'web']) await symlink(join(folder, name), join(to, '@yunzhen', name));
  await symlink(join(root, 'server', 'node_modules'), join(folder, 'server', 'node_modules'));
}
