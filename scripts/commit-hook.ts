import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** Checks the subject of each commit; a branch without the check commits unchecked. */
const hook = `#!/bin/sh
# Written by npm run check. See CONTRIBUTING.md.
check="$(git rev-parse --show-toplevel)/scripts/commit-msg.mjs"
[ ! -f "$check" ] || exec node "$check" "$1"
`;

/** Sets up the commit-msg hook of the checkout in `folder`. Keeps a hook that is there, and does nothing outside of a checkout. */
export function setUpCommitHook(folder: string): void {
  if (!existsSync(resolve(folder, '.git'))) return;
  try {
    const said = execFileSync('git', ['rev-parse', '--git-path', 'hooks/commit-msg'], {
      cwd: folder,
      encoding: 'utf8',
    });
    const path = resolve(folder, said.trim());
    if (existsSync(path)) return;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, hook, { mode: 0o755, flag: 'wx' });
  } catch {
    // Without git, or where its folder may not be written, commits are not checked.
  }
}
