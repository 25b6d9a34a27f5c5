import { expect, it } from 'vitest';
import { runEach, runSteps } from './run-each.ts';

const done: string[] = [];
const failingFor =
  (...bad: string[]) =>
  async (id: string) => {
    if (bad.includes(id)) throw new Error(`bad ${id}`);
    done.push(id);
  };

it('runs what follows a failure, and throws the failures at the end', async () => {
  done.length = 0;
  const one = await runEach(['a', 'b', 'c'], failingFor('a')).catch((error: unknown) => error);
  expect(done).toEqual(['b', 'c']);
  expect(one).toMatchObject({ message: 'failed for a', cause: { message: 'bad a' } });
  const two = await runEach(['a', 'b', 'c'], failingFor('a', 'b')).catch((error: unknown) => error);
  expect(two).toBeInstanceOf(AggregateError);
  expect((two as AggregateError).errors).toHaveLength(2);
});

it('stops when the database is unreachable', async () => {
  const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
  const asked: string[] = [];
  const work = (id: string) => {
    asked.push(id);
    return Promise.reject(refused);
  };
  await expect(runEach(['a', 'b'], work)).rejects.toBe(refused);
  expect(asked).toEqual(['a']);
});

it('runs the steps after one that fails', async () => {
  done.length = 0;
  const steps = { one: () => failingFor('one')('one'), two: () => failingFor()('two') };
  await expect(runSteps(steps)).rejects.toThrow('failed for one');
  expect(done).toEqual(['two']);
});
