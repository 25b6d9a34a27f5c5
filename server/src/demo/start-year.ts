import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Logger } from '../platform/logging/logger.ts';

/**
 * Has the figures of the demo year written by a process of its own, so that the first start need not wait for them. `done` is
 * called when it has ended, whether or not it came to its end: it is tried again at the next start. Returns how to stop it.
 */
export function startDemoYear(log: Logger, done: () => void): () => void {
  const child = fork(fileURLToPath(new URL('./year.main.ts', import.meta.url)), [], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  child.once('error', (error) => log.warn({ reason: error.message }, 'the demo year could not be written'));
  child.once('exit', (code) => {
    if (code !== 0) log.warn({ code }, 'the demo year is not whole: the next start writes it');
    done();
  });
  return () => child.kill();
}
