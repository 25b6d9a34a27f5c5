import { root } from '../paths.ts';
import { nodeOptions, run } from '../processes.ts';
import { report } from '../report.ts';
import { kinds, scaffold, scaffoldLanguage, type Kind } from '../scaffold/scaffold.ts';

const usage = `usage: npm run new -- ${kinds.join('|')} NAME, or: npm run new -- language TAG "OWN NAME"`;

/** What is left to do, by the kind. */
const next: Readonly<Record<string, string>> & { readonly page: string } = {
  page: 'choose the permission in the contract and write the texts; see docs/contributing/adding-a-page.md',
  language: 'translate the new files; see docs/contributing/adding-a-language.md',
  migration: 'write its statements; see docs/contributing/migrations.md',
};

/** `npm run new -- area|route|page|migration NAME` or `language TAG NAME`: writes a skeleton that passes the check. */
export async function create([kind = '', name = '', ownName = '']: readonly string[]): Promise<number> {
  const isLanguage = kind === 'language';
  if (!name || (isLanguage ? !ownName : !kinds.includes(kind as Kind))) throw new Error(usage);
  const files = isLanguage ? scaffoldLanguage(name, ownName, root) : scaffold(kind as Kind, name, root);
  // Imported here, because packages may be installed only now.
  const { writeFiles } = await import('../scaffold/write-files.ts');
  for (const path of (await writeFiles(root, files)).keys()) report(path);
  // In another process, because this one may have loaded files that have just changed.
  const code = await run(process.execPath, [...nodeOptions, 'scripts/main.ts', 'docs']);
  report(next[kind] ?? next.page);
  return code;
}
