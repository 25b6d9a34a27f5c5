import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const form = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/;
const unreleased = '## Unreleased\n';
const chart = 'docker/helm/yunzhen/Chart.yaml';

/**
 * Makes a release of the checkout in `folder`: versions, changelog, commit and tag `vX.Y.Z`. Nothing is pushed, and a release that is
 * rejected changes nothing. Throws with the reason.
 */
export function makeRelease(folder: string, version: string, date: string): void {
  const git = (...parameters: string[]) =>
    execFileSync('git', parameters, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
  const branch = git('branch', '--show-current');
  if (branch !== 'main') throw new Error(`a release must be made on main, not on ${branch || 'no branch'}`);
  if (git('status', '--porcelain') !== '') throw new Error('main has uncommitted changes');
  if (git('tag', '--list', `v${version}`) !== '') throw new Error(`the tag v${version} already exists`);

  const changed = released((path) => readFileSync(join(folder, path), 'utf8'), version, date);
  for (const [path, text] of changed) writeFileSync(join(folder, path), text);
  git('add', ...changed.keys());
  git('commit', '--quiet', '--message', `chore: release ${version}`);
  git('tag', '--annotate', `v${version}`, '--message', version);
}

/** Returns the files that a release changes, by path. Throws for a version that is no next one, and for a changelog without entries. */
export function released(read: (path: string) => string, version: string, date: string): Map<string, string> {
  const root = JSON.parse(read('package.json')) as { version: string; workspaces: string[] };
  if (!form.test(version)) throw new Error(`"${version}" is not a version such as 1.2.3`);
  if (version.localeCompare(root.version, 'en', { numeric: true }) <= 0)
    throw new Error(`${version} does not follow ${root.version}`);
  const files = new Map([['CHANGELOG.md', withHeading(read('CHANGELOG.md'), version, date)]]);
  for (const path of ['package.json', ...root.workspaces.map((workspace) => `${workspace}/package.json`)])
    files.set(path, read(path).replace(`"version": "${root.version}"`, `"version": "${version}"`));
  files.set(chart, read(chart).replace(/^((?:v|appV)ersion): .*$/gm, `$1: ${version}`));
  files.set('package-lock.json', withVersion(read('package-lock.json'), version, ['', ...root.workspaces]));
  return files;
}

/** Moves what is below "Unreleased" under a heading of the version. */
function withHeading(changelog: string, version: string, date: string): string {
  const [before, after = ''] = changelog.split(unreleased);
  const entries = after.split(/^## /m)[0] ?? '';
  if (!/^- /m.test(entries)) throw new Error('CHANGELOG.md has no entry below "Unreleased"');
  return `${before}${unreleased}\n## ${version} - ${date}\n${after}`;
}

interface Lock {
  version: string;
  packages: Record<string, { version?: string }>;
}

function withVersion(text: string, version: string, workspaces: readonly string[]): string {
  const lock = JSON.parse(text) as Lock;
  lock.version = version;
  for (const workspace of workspaces) {
    const entry = lock.packages[workspace];
    if (entry) entry.version = version;
  }
  return `${JSON.stringify(lock, null, 2)}\n`;
}
