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

const withCode = (code: string) => Object.assign(new Error('failed'), { code });

it.each([withCode('57014'), withCode('55P03'), withCode('25P03'), new Error('Query read timeout')])(
  'runs what follows a statement that took too long (%#)',
  async (late) => {
    const asked: string[] = [];
    const work = (id: string) => {
      asked.push(id);
      return id === 'a' ? Promise.reject(late) : Promise.resolve();
    };
    await expect(runEach(['a', 'b'], work)).rejects.toMatchObject({ message: 'failed for a', cause: late });
    expect(asked).toEqual(['a', 'b']);
  },
);

it.each([
  withCode('ECONNREFUSED'),
  withCode('08006'),
  withCode('57P01'),
  withCode('53300'),
  new Error('timeout exceeded when trying to connect'),
])('stops when the database is unreachable (%#)', async (refused) => {
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

it('runs as many at a time as it may, and each once', async () => {
  done.length = 0;
  let running = 0;
  let most = 0;
  const work = async (id: string) => {
    most = Math.max(most, ++running);
    await Promise.resolve();
    done.push(id);
    running -= 1;
  };
  await runEach(['a', 'b', 'c', 'd', 'e'], work, 2);
  expect([done.toSorted(), most]).toEqual([['a', 'b', 'c', 'd', 'e'], 2]);
});
