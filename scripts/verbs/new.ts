import { root } from '../paths.ts';
import { nodeOptions, run } from '../processes.ts';
import { report } from '../report.ts';
import { kinds, scaffold, scaffoldLanguage, type Kind } from '../scaffold/scaffold.ts';

const usage = `usage: npm run new -- ${kinds.join('|')} NAME, or: npm run new -- language TAG "OWN NAME"`;

/** `npm run new -- area|route|page NAME` or `language TAG NAME`: writes a skeleton that passes the check. */
export async function create([kind = '', name = '', ownName = '']: readonly string[]): Promise<number> {
  const isLanguage = kind === 'language';
  if (!name || (isLanguage ? !ownName : !kinds.includes(kind as Kind))) throw new Error(usage);
  const files = isLanguage ? scaffoldLanguage(name, ownName, root) : scaffold(kind as Kind, name, root);
  // Imported here, because packages may be installed only now.
  const { writeFiles } = await import('../scaffold/write-files.ts');
  for (const path of (await writeFiles(root, files)).keys()) report(path);
  // In another process, because this one may have loaded files that have just changed.
  const code = await run(process.execPath, [...nodeOptions, 'scripts/main.ts', 'docs']);
  report(
    isLanguage
      ? 'translate the new files; see docs/contributing/adding-a-language.md'
      : 'choose the permission in the contract and write the texts; see docs/contributing/adding-a-page.md',
  );
  return code;
}
