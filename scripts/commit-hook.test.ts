import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setUpCommitHook } from './commit-hook.ts';
import { faultOf } from './commit-msg.mjs';
import { root } from './paths.ts';

describe('the subject of a commit', () => {
  it.each([
    ['feat(scheduling): let a doctor take a day off'],
    ['fix!: refuse sessions of the old form'],
    ['Merge branch main'],
    ['fixup! anything'],
    ['\n# a comment of git\ndocs: say where the logs are'],
  ])('is accepted: %s', (message) => {
    expect(faultOf(message)).toBeNull();
  });

  it('may have 72 characters and no more', () => {
    const subject = `docs: ${'文'.repeat(66)}`;
    expect(faultOf(subject)).toBeNull();
    expect(faultOf(`${subject}字`)).toBe('The subject has 73 characters; at most 72 are allowed.');
  });

  it('needs a type and a text', () => {
    for (const message of ['Fixed the thing', 'fix: ', 'oops(media): keep the room', ''])
      expect(faultOf(message)).toContain('needs the form');
  });
});

describe('the hook that checks commits', () => {
  let folder: string;
  const git = (...parameters: string[]) =>
    execFileSync('git', ['-c', 'user.name=Tester', '-c', 'user.email=tester@example.test', ...parameters], {
      cwd: folder,
      encoding: 'utf8',
      stdio: 'pipe',
    });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'yunzhen-hook-'));
    git('init', '--quiet');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('refuses a wrong subject, and lets others and branches without the check through', () => {
    setUpCommitHook(folder);
    git('commit', '--quiet', '--allow-empty', '--message', 'before the check existed');
    mkdirSync(join(folder, 'scripts'));
    cpSync(join(root, 'scripts/commit-msg.mjs'), join(folder, 'scripts/commit-msg.mjs'));
    expect(() => git('commit', '--quiet', '--allow-empty', '--message', 'no form')).toThrow('needs the form');
    git('commit', '--quiet', '--allow-empty', '--message', 'docs: explain the check');
    expect(git('log', '--format=%s').trim()).toBe('docs: explain the check\nbefore the check existed');
  });

  it('keeps a hook that is there, and does nothing outside of a checkout', () => {
    const path = join(folder, '.git/hooks/commit-msg');
    mkdirSync(join(folder, '.git/hooks'), { recursive: true });
    writeFileSync(path, 'own');
    setUpCommitHook(folder);
    expect(readFileSync(path, 'utf8')).toBe('own');
    rmSync(join(folder, '.git'), { recursive: true });
    expect(() => setUpCommitHook(folder)).not.toThrow();
  });
});
