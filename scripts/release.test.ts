import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { root } from './paths.ts';
import { makeRelease, released } from './release.ts';

let folder: string;
const git = (...parameters: string[]) =>
  execFileSync('git', parameters, { cwd: folder, encoding: 'utf8', stdio: 'pipe' }).trim();
const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
const read = (path: string) => readFileSync(join(folder, path), 'utf8');
const write = (path: string, text: string) => writeFileSync(join(folder, path), text);
const changelog =
  '# Changelog\n\n## Unreleased\n\n### Added\n\n- A waiting room.\n\n## 0.1.0 - 2026-11-01\n\n- Calls.\n';
const state = () => [git('rev-parse', 'HEAD'), git('tag'), git('status', '--porcelain')];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yunzhen-release-'));
  git('init', '--quiet', '--initial-branch=main');
  git('config', 'user.name', 'Release Test');
  git('config', 'user.email', 'release@example.test');
  mkdirSync(join(folder, 'server'));
  mkdirSync(join(folder, 'docker/helm/yunzhen'), { recursive: true });
  write('docker/helm/yunzhen/Chart.yaml', 'apiVersion: v2\nversion: 0.9.0\nappVersion: 0.9.0\n');
  write('package.json', json({ name: 'yunzhen', version: '0.9.0', workspaces: ['server'] }));
  write('server/package.json', json({ name: '@yunzhen/server', version: '0.9.0', dependencies: { pg: '0.9.0' } }));
  const own = { version: '0.9.0' };
  write('package-lock.json', json({ ...own, packages: { '': own, server: own, 'node_modules/pg': own } }));
  write('CHANGELOG.md', changelog);
  git('add', '.');
  git('commit', '--quiet', '--message', 'feat: begin');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('npm run release', () => {
  it('sets every version, dates the changelog, commits and tags', () => {
    makeRelease(folder, '0.10.0', '2026-12-01');
    expect(JSON.parse(read('package.json'))).toMatchObject({ version: '0.10.0' });
    expect(JSON.parse(read('server/package.json'))).toMatchObject({ version: '0.10.0', dependencies: { pg: '0.9.0' } });
    const fresh = { version: '0.10.0' };
    expect(JSON.parse(read('package-lock.json'))).toEqual({
      ...fresh,
      packages: { '': fresh, server: fresh, 'node_modules/pg': { version: '0.9.0' } },
    });
    expect(read('docker/helm/yunzhen/Chart.yaml')).toBe('apiVersion: v2\nversion: 0.10.0\nappVersion: 0.10.0\n');
    expect(read('CHANGELOG.md')).toBe(
      changelog.replace('## Unreleased\n', '## Unreleased\n\n## 0.10.0 - 2026-12-01\n'),
    );
    expect(git('log', '-1', '--format=%s')).toBe('chore: release 0.10.0');
    expect(git('rev-parse', 'v0.10.0^{commit}')).toBe(git('rev-parse', 'HEAD'));
    expect(git('status', '--porcelain')).toBe('');
  });

  it.each<[string, string, () => void, string?]>([
    ['a file that is not committed', 'main has uncommitted changes', () => write('new.txt', '')],
    ['a change that is not committed', 'main has uncommitted changes', () => write('CHANGELOG.md', `${changelog}\n`)],
    ['another branch', 'made on main, not on fix', () => git('switch', '--quiet', '--create', 'fix')],
    ['a checkout of a commit', 'not on no branch', () => git('switch', '--quiet', '--detach')],
    ['a tag that exists', 'the tag v0.10.0 already exists', () => git('tag', 'v0.10.0')],
    ['a version that is none', 'is not a version', () => undefined, '0.10'],
    ['an earlier version', '0.8.9 does not follow 0.9.0', () => undefined, '0.8.9'],
    ['the same version', '0.9.0 does not follow 0.9.0', () => undefined, '0.9.0'],
    [
      'a changelog without entries',
      'has no entry below "Unreleased"',
      () => {
        write('CHANGELOG.md', changelog.replace('- A waiting room.\n', ''));
        git('commit', '--quiet', '--all', '--message', 'docs: remove');
      },
    ],
  ])('rejects %s and changes nothing', (_what, reason, prepare, version = '0.10.0') => {
    prepare();
    const before = state();
    expect(() => makeRelease(folder, version, '2026-12-01')).toThrow(reason);
    expect(state()).toEqual(before);
  });

  it('changes nothing but the version in the files of this project', () => {
    const own = (path: string) => readFileSync(join(root, path), 'utf8');
    const { version } = JSON.parse(own('package.json')) as { version: string };
    const files = released(own, '99.0.0', '2026-12-01');
    expect([...files.keys()].sort()).toEqual(
      ['', 'server/', 'shared/', 'test/', 'web/']
        .map((place) => `${place}package.json`)
        .concat(['CHANGELOG.md', 'docker/helm/yunzhen/Chart.yaml', 'package-lock.json'])
        .sort(),
    );
    for (const [path, text] of files)
      if (path !== 'CHANGELOG.md') expect(text.replaceAll('99.0.0', version)).toBe(own(path));
  });
});
