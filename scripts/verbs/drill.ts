import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { recordedDrills } from '../drills.ts';
import { root } from '../paths.ts';
import { nodeOptions, run } from '../processes.ts';
import { report } from '../report.ts';

/** `npm run drill -- NAME …`: rehearses one emergency on this machine; without a name, lists them. */
export async function drill([name, ...rest]: readonly string[]): Promise<number> {
  const folder = join(root, 'test', 'drills');
  const names = globSync('*.drill.ts', { cwd: folder }).map((entry) => entry.replace(/\.drill\.ts$/, ''));
  if (!name) {
    const recorded = recordedDrills(readFileSync(join(root, 'docs/operations/drills.md'), 'utf8'));
    for (const drillName of names.sort()) {
      const last = recorded.find((one) => one.name === drillName);
      report(`${drillName.padEnd(16)}  ${last ? `last recorded ${last.date}: ${last.result}` : 'never recorded'}`);
    }
    return 0;
  }
  const file = join(folder, `${name}.drill.ts`);
  if (!existsSync(file)) throw new Error(`There is no drill ${name}. Use one of ${names.sort().join(', ')}.`);
  return run(process.execPath, [...nodeOptions, file, name, ...rest]);
}
