import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withFileLock } from '../server/src/worker-build/file-lock.ts';
import { root, stateDirectory } from './paths.ts';
import { packageCommand, run } from './processes.ts';
import { report } from './report.ts';

const stamp = join(stateDirectory, 'web-build');

/**
 * Builds web/dist unless it was built from exactly these sources. For tests without compressed files, which take as long as the rest of the build;
 * pages that have them serve as well.
 */
export async function ensureWebBuild({ forTests = false } = {}): Promise<void> {
  await withFileLock(join(stateDirectory, 'web-build.lock'), async () => {
    const compressed = hashSources();
    const plain = `${compressed} without compressed files`;
    const usable = forTests ? [compressed, plain] : [compressed];
    if (existsSync(join(root, 'web', 'dist', 'index.html')) && usable.includes(builtFrom())) return;
    report('building the web pages …');
    const how = ['build', '--logLevel', 'warn', ...(forTests ? ['--mode', 'test'] : [])];
    const code = await run(packageCommand('vite'), how, { folder: 'web' });
    if (code !== 0) throw new Error('The web pages could not be built: see the messages above.');
    mkdirSync(stateDirectory, { recursive: true });
    writeFileSync(stamp, forTests ? plain : compressed);
  });
}

function builtFrom(): string {
  return existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
}

/** Returns a hash of everything that the bundle is built from. */
function hashSources(): string {
  const patterns = [
    'web/{src,public,build,service-worker}/**/*',
    'web/*.{html,ts,json}',
    'shared/src/**/*',
    'shared/package.json',
  ];
  const files = globSync([...patterns, 'package-lock.json', 'tsconfig.base.json'], { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(test|stories)\.ts$|\.d\.ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const hash = createHash('sha256');
  for (const file of files) hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}
