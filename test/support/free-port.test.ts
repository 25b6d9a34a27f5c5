import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { freePorts } from './free-port.ts';

const run = promisify(execFile);
const module = new URL('./free-port.ts', import.meta.url).href;

it('hands out a port to one test only, also to tests that ask at once and in other processes', async () => {
  const program = `console.log(JSON.stringify(await (await import(${JSON.stringify(module)})).freePorts(45)))`;
  const others = [1, 2].map(async () => {
    const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', program]);
    return JSON.parse(stdout) as number[];
  });
  const handedOut = await Promise.all([freePorts(45), freePorts(45), ...others]);
  expect(new Set(handedOut.flat()).size).toBe(4 * 45);
});
