// @ts-check
// The entry of `npm start`, `npm test` and the other commands. It runs on any Node from 20 on without packages: it finds Node 24 and continues under
// it in main.ts, so that everything is installed and run by the same Node everywhere.
import { spawn } from 'node:child_process';
import { delimiter, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { provideNode } from './node-runtime.mjs';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));

try {
  const node = await provideNode();
  const env = { ...process.env, PATH: dirname(node) + delimiter + process.env.PATH };
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', main, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env,
  });
  process.on('SIGINT', (signal) => child.kill(signal));
  process.on('SIGTERM', (signal) => child.kill(signal));
  process.on('SIGHUP', (signal) => child.kill(signal));
  child.on('error', (error) => fail(`${node} does not start: ${error.message}`));
  child.on('exit', (code) => (process.exitCode = code ?? 1));
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}

/** @param {string} message */
function fail(message) {
  process.stderr.write(`yunzhen: ${message}\n`);
  process.exitCode = 1;
}
