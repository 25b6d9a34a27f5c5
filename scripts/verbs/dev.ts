import { once } from 'node:events';
import { join } from 'node:path';
import { root } from '../paths.ts';
import { nodeOptions, packageCommand, start } from '../processes.ts';
import { ensureWebBuild } from '../web-build.ts';
import { ensureWorker } from '../worker.ts';

const PAGES_PORT = 5173;

/** `npm run dev`: the server as `npm start` runs it, and Vite in front of it that shows changes of the pages at once. */
export async function dev(rest: readonly string[]): Promise<number> {
  await ensureWebBuild();
  await ensureWorker();
  // The media node lets in the pages of one origin only, and here that is Vite's.
  const env = { PUBLIC_URL: process.env['PUBLIC_URL'] ?? `http://localhost:${PAGES_PORT}` };
  const server = start(process.execPath, [...nodeOptions, join(root, 'server', 'src', 'main.ts')], { env });
  const pages = start(packageCommand('vite'), ['--port', `${PAGES_PORT}`, '--strictPort', ...rest], { folder: 'web' });
  const ends = [server, pages].map((child) => once(child, 'exit') as Promise<[number | null]>);
  const [code] = await Promise.race(ends);
  for (const child of [server, pages]) child.kill('SIGTERM');
  await Promise.all(ends);
  return code ?? 1;
}
