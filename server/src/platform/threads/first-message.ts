import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/**
 * Runs a module in its own thread and returns its first message; null when the thread ends without one. For long work on bytes, which would block the
 * event loop.
 */
export async function firstMessage<Value>(module: URL, bytes: Uint8Array, memoryMb: number): Promise<Value | null> {
  const worker = new Worker(module, {
    workerData: new Uint8Array(bytes),
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  });
  try {
    const ended = once(worker, 'exit').then(() => [null] as const);
    const [value] = (await Promise.race([once(worker, 'message'), ended])) as [Value | null];
    return value;
  } finally {
    await worker.terminate();
  }
}
