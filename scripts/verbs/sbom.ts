import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../paths.ts';
import { report } from '../report.ts';

interface Component {
  readonly name: string;
  readonly version: string;
  readonly licenses?: readonly { license?: { id?: string; name?: string }; expression?: string }[];
}

/** Licences compatible with Apache-2.0; LGPL is for libvips, which sharp links dynamically, and OFL for fonts. */
const allowed =
  /^(MIT|MIT-0|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|BlueOak-1\.0\.0|CC0-1\.0|Unlicense|Zlib|OFL-1\.1|MPL-2\.0|LGPL-3\.0-or-later|Python-2\.0)$/;

/** Our own workspaces, and packages that state their licence in a file only. */
const own = new Set(['server', 'shared', 'test', 'web']);
const inFile: Readonly<Record<string, string>> = { 'png-js': 'MIT' };

/** `npm run sbom`: lists the programs' locked packages (CycloneDX), with the licence of each. */
export async function sbom(): Promise<number> {
  // Uses a shell, because npm is a script on some systems.
  const made = spawnSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only', '--omit', 'dev'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  });
  if (made.status !== 0) throw new Error(`npm sbom failed: ${made.stderr}`);
  const { components } = JSON.parse(made.stdout) as { components: readonly Component[] };
  const folder = join(root, 'sbom');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'sbom.cdx.json'), made.stdout);
  const rows = components
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

function licenceOf({ name, licenses = [] }: Component): string {
  if (licenses.length === 0) return inFile[name] ?? '';
  return licenses.map(({ license, expression }) => license?.id ?? license?.name ?? expression ?? '').join(' AND ');
}

/** Parses `(MIT OR GPL-3.0)`: one of the alternatives suffices; with AND each must be allowed. */
function isAllowed(licence: string): boolean {
  const choices = licence.replaceAll(/[()]/g, '').split(' OR ');
  return choices.some((choice) => choice.split(' AND ').every((one) => allowed.test(one)));
}
