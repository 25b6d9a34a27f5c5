import { globSync } from 'node:fs';
import { expect, it } from 'vitest';
import { root } from './cruise.ts';
import { loadedWith } from './module-graph.ts';

/** The programs of worker threads. */
const threads = globSync('server/src/**/*-thread.ts', { cwd: root }).filter((file) => !file.endsWith('/one-thread.ts'));
/** Loaded by a thread on demand, under the name that it gets as a parameter. */
const onDemand = [
  'server/src/api/prescribing/safety/check-registry.ts',
  ...globSync('server/src/**/*-{list-reader,pdf}.ts', { cwd: root }),
];
/** What only the process itself needs; a copy in a thread takes tens of megabytes. */
const ofTheProcess = ['typeorm', 'pg', 'pg-boss', 'fastify', 'socket.io', 'pino', '@peculiar/x509'];

it('worker threads load data and rules, not tables, jobs or routes', () => {
  expect(threads.length).toBeGreaterThan(4);
  expect(onDemand.length).toBeGreaterThan(5);
  for (const file of [...threads, ...onDemand]) {
    const loaded = loadedWith([file], { bundled: false });
    expect(
      ofTheProcess.filter((name) => loaded.has(name)),
      file,
    ).toEqual([]);
  }
});

it('the process itself loads them, by the same count', () => {
  const loaded = loadedWith(['server/src/api/main.ts'], { bundled: false });
  expect(ofTheProcess.filter((name) => !loaded.has(name))).toEqual([]);
});
