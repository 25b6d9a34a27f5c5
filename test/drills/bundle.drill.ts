import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** `npm run drill -- bundle`: makes the bundle, and starts a hospital from it in a namespace that has no network but its own loopback. */
const base = await mkdtemp(join(tmpdir(), 'yunzhen-bundle-'));
const say = (text: string) => void process.stdout.write(`${text}\n`);

/** Waits in the namespace until everything serves, and prints what `/readyz` and a page answer. */
const watcher = `
for (let tries = 0; tries < 600; tries++) {
  await new Promise((done) => setTimeout(done, 500));
  const answer = await fetch('http://127.0.0.1:8080/readyz').catch(() => null);
  const text = await answer?.text();
  if (answer?.status !== 200 || !text.includes('"calls":"available"')) continue;
  const page = await fetch('http://127.0.0.1:8080/');
  const hospitals = await fetch('http://127.0.0.1:8080/api/hospitals');
  const outside = await fetch('https://registry.npmjs.org').then(() => 'reached', (error) => error.cause?.code ?? 'failed');
  console.log(JSON.stringify({ page: page.status, hospitals: (await hospitals.json()).hospitals.length, outside }));
  process.exit(0);
}
process.exit(1);
`;

try {
  execFileSync(process.execPath, [join(import.meta.dirname, '../../scripts/main.ts'), 'bundle', base], {
    stdio: 'inherit',
  });
  const [archive = ''] = globSync('*.tar.gz', { cwd: base });
  const folder = join(base, archive.replace('.tar.gz', ''));
  execFileSync('tar', ['--extract', '--gzip', '--file', join(base, archive), '--directory', base]);
  const commands = [
    'ip link set lo up',
    `"${folder}/bin/yunzhen" > "${base}/log" 2>&1 & program=$!`,
    `"${folder}/bin/node" --input-type=module -e "$WATCHER"; code=$?`,
    'kill -TERM $program; wait $program',
    'exit $code',
  ];
  const begun = performance.now();
  const child = spawn('unshare', ['--net', 'sh', '-c', commands.join('\n')], {
    cwd: base,
    // Nothing of this machine's tools: not even its PATH to Node.
    env: {
      PATH: '/usr/sbin:/usr/bin:/sbin:/bin',
      HOME: base,
      DATA_DIR: join(base, 'data'),
      DEMO_YEAR: 'false',
      WATCHER: watcher,
    },
    stdio: 'inherit',
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  say(
    `started without a network and stopped after ${((performance.now() - begun) / 1000).toFixed(1)} s: ${code === 0 ? 'ready, calls available' : 'FAILED'}`,
  );
  if (code !== 0) say(execFileSync('tail', ['-n', '30', join(base, 'log')], { encoding: 'utf8' }));
  process.exitCode = code ?? 1;
} finally {
  await rm(base, { recursive: true, force: true });
}
