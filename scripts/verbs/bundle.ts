import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root } from '../paths.ts';
import { run } from '../processes.ts';
import { report } from '../report.ts';
import { runtimePackages, type PackageLock } from '../runtime-packages.ts';
import { ensureWebBuild } from '../web-build.ts';
import { ensureWorker } from '../worker.ts';

/** Tracked files that a machine needs to run and to look after the programs. */
const parts = [
  'server',
  'shared',
  'migrations',
  'docs',
  'docker',
  'systemd',
  'package.json',
  'package-lock.json',
  '.env.example',
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'SECURITY.md',
];

/** Starts everything on one machine, with data in DATA_DIR or `.data` of the current folder; or runs one of the commands of the checkout. */
export const starter = `#!/bin/sh
here=$(CDPATH= cd -- "$(dirname -- "$(readlink -f -- "$0")")/.." && pwd)
export MEDIASOUP_WORKER_BIN="\${MEDIASOUP_WORKER_BIN:-$here/bin/mediasoup-worker}"
case "\${1:-start}" in
  start) program=main ;;
  backup) program=backup/take.main ;;
  restore) program=backup/restore.main ;;
  migrate) program=migrate/main ;;
  files) program=api/files.main ;;
  move) program=move/main ;;
  audit:verify) program=api/audit-verify.main ;;
  *)
    echo "yunzhen: there is no command $1. Use start, backup, restore, migrate, files, move or audit:verify." >&2
    exit 64
    ;;
esac
[ $# -eq 0 ] || shift
exec "$here/bin/node" --disable-warning=ExperimentalWarning "$here/server/src/$program.ts" "$@"
`;

/** `npm run bundle [FOLDER]`: packs everything that runs into one archive for machines without a network. */
export async function bundle([target = join(root, 'bundle')]: readonly string[]): Promise<number> {
  await ensureWebBuild();
  await ensureWorker();
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const name = `yunzhen-${version}-${process.platform}-${process.arch}`;
  const folder = join(target, name);
  rmSync(folder, { recursive: true, force: true });
  copyTracked(folder);
  copyPackages(folder);
  linkShared(folder);
  cpSync(join(root, 'web', 'dist'), join(folder, 'web', 'dist'), { recursive: true });
  copyPrograms(folder);
  const archive = `${folder}.tar.gz`;
  const code = await run('tar', [
    '--create',
    '--gzip',
    '--owner=0',
    '--group=0',
    '--file',
    archive,
    '--directory',
    target,
    name,
  ]);
  if (code !== 0) throw new Error(`tar could not write ${archive}.`);
  rmSync(folder, { recursive: true });
  report(`${archive}: ${Math.round(statSync(archive).size / 1e6)} MB`);
  return 0;
}

function copyTracked(folder: string): void {
  const listed = execFileSync('git', ['ls-files', '-z', '--', ...parts], { cwd: root, encoding: 'utf8' });
  for (const path of listed.split('\0').filter((entry) => entry !== '' && !entry.endsWith('.test.ts'))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    copyFileSync(join(root, path), join(folder, path));
  }
}

function copyPackages(folder: string): void {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as PackageLock;
  for (const path of runtimePackages(lock, ['server', 'shared'], (entry) => existsSync(join(root, entry)))) {
    cpSync(join(root, path), join(folder, path), {
      recursive: true,
      verbatimSymlinks: true,
      // Packages within are copied on their own, if they are needed.
      filter: (source) => !relative(join(root, path), source).startsWith('node_modules'),
    });
  }
}

/** The programs import the contracts by this name. */
function linkShared(folder: string): void {
  const scope = join(folder, 'node_modules', '@yunzhen');
  mkdirSync(scope, { recursive: true });
  symlinkSync('../../shared', join(scope, 'shared'));
}

function copyPrograms(folder: string): void {
  const programs = join(folder, 'bin');
  mkdirSync(programs);
  copyFileSync(process.execPath, join(programs, 'node'));
  copyFileSync(process.env['MEDIASOUP_WORKER_BIN'] ?? '', join(programs, 'mediasoup-worker'));
  writeFileSync(join(programs, 'yunzhen'), starter);
  for (const program of ['node', 'mediasoup-worker', 'yunzhen']) chmodSync(join(programs, program), 0o755);
}
