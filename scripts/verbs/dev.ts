import { once } from 'node:events';
import { join } from 'node:path';
import { compileCache } from '../compile-cache.ts';
import { watchPrograms } from '../dev/changes.ts';
import { servePages } from '../dev/pages.ts';
import { root } from '../paths.ts';
import { nodeOptions, start } from '../processes.ts';
import { report } from '../report.ts';
import { ensureWorker } from '../worker.ts';

/**
 * `npm run dev`: runs the server as `npm start` does, behind Vite. A changed page updates at once; a changed server file restarts the program that
 * runs it, never the database. Pages are on PAGES_PORT (5173).
 */
export async function dev(): Promise<number> {
  await ensureWorker();
  const port = Number(process.env['PAGES_PORT'] ?? 5173);
  const api = `http://localhost:${process.env['PORT'] ?? '8080'}`;
  // The media node accepts pages of one origin only, which is Vite's here.
  const address = process.env['PUBLIC_URL'] ?? `http://localhost:${port}`;
  const program = join(root, 'server', 'src', 'main.ts');
  const server = start(process.execPath, [...nodeOptions, program], {
    env: { ...compileCache, PUBLIC_URL: address },
    channel: true,
  });
  const ended = once(server, 'exit') as Promise<[number | null]>;
  const serving = new Promise<boolean>((resolve) => {
    server.on('message', (message) => message === 'serving' && resolve(true));
    server.on('exit', () => resolve(false));
  });
  if (await serving) {
    const pages = await servePages({ api, port });
    const stop = watchPrograms(root, (programs) => {
      report(`restarting ${programs.join(' and ')}`);
      server.send({ restart: programs });
    });
    report(`pages reload with every change on ${address}`);
    await ended;
    stop();
    await pages.close();
  }
  return (await ended)[0] ?? 1;
}
