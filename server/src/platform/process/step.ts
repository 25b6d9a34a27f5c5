import { fork } from 'node:child_process';
import { childOptions } from './child-options.ts';
import type { ChildDefinition } from './child.ts';

/** A program that runs once and ends. */
export interface Step {
  /** Resolves when it has ended successfully. Rejects with its `exitCode` otherwise. */
  readonly ended: Promise<void>;
  stop(): void;
}

/** Runs a program once, with its own environment. It ends when this process does. */
export function startStep({ name, program, env }: ChildDefinition): Step {
  const child = fork(program, [], {
    env: { ...process.env, ...env },
    execArgv: childOptions(),
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = new Promise<void>((done, failed) => {
    child.once('error', failed);
    child.once('exit', (exitCode, signal) => {
      if (exitCode === 0) done();
      else failed(Object.assign(new Error(`${name} failed (${signal ?? exitCode})`), { exitCode }));
    });
  });
  return { ended, stop: () => void child.kill() };
}
