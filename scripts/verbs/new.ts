import { root } from '../paths.ts';
import { nodeOptions, run } from '../processes.ts';
import { report } from '../report.ts';
import { kinds, scaffold, type Kind } from '../scaffold/scaffold.ts';

/** `npm run new -- area|route|page NAME`: writes a skeleton that passes the check. */
export async function create([kind = '', name = '']: readonly string[]): Promise<number> {
  if (!kinds.includes(kind as Kind) || !name) throw new Error(`usage: npm run new -- ${kinds.join('|')} NAME`);
  const files = scaffold(kind as Kind, name, root);
  // Loaded here, since packages may be installed only now.
  const { writeFiles } = await import('../scaffold/write-files.ts');
  for (const path of (await writeFiles(root, files)).keys()) report(path);
  // A process of its own: this one may have loaded files that have just changed.
  const code = await run(process.execPath, [...nodeOptions, 'scripts/main.ts', 'docs']);
  report('choose the permission in the contract and write the texts; see docs/contributing/adding-a-page.md');
  return code;
}
