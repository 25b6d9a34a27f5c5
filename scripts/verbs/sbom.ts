import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { billOfPrograms, type Bill, type Lock } from '../bill-of-materials.ts';
import { isAllowed, licenceOf } from '../licences.ts';
import { root } from '../paths.ts';
import { report } from '../report.ts';

/** Our own workspaces. */
const own = new Set(['server', 'shared', 'test', 'web']);

/** `npm run sbom`: lists the programs' locked packages (CycloneDX), with the licence of each. */
export async function sbom(): Promise<number> {
  // Uses a shell, because npm is a script on some systems.
  const made = spawnSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  });
  if (made.status !== 0) throw new Error(`npm sbom failed: ${made.stderr}`);
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock;
  const bill = billOfPrograms(JSON.parse(made.stdout) as Bill, lock);
  const folder = join(root, 'sbom');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'sbom.cdx.json'), `${JSON.stringify(bill, null, 2)}\n`);
  const rows = bill.components
    .filter(({ name }) => !own.has(name))
    .map((component) => [component.name, component.version, licenceOf(component)] as const)
    .sort(([one], [other]) => one.localeCompare(other, 'en'));
  writeFileSync(join(folder, 'licences.csv'), rows.map((row) => `${row.join(',')}\n`).join(''));
  const others = rows.filter(([, , licence]) => !isAllowed(licence));
  report(`${rows.length} packages: sbom/sbom.cdx.json, sbom/licences.csv`);
  for (const [name, version, licence] of others)
    report(`${name} ${version}: look at its licence: ${licence || 'none'}`);
  return others.length === 0 ? 0 : 1;
}
