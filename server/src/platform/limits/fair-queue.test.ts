import { beforeEach, describe, expect, it } from 'vitest';
import { FairQueue, type Patience } from './fair-queue.ts';

let queue: FairQueue;
let begun: string[];
let finish: Map<string, () => void>;
let answers: Map<string, string>;

/** Asks for a place for a task of this name, which runs until `end`. */
function ask(sender: string, name: string, patience?: Patience): void {
  const task = () => {
    begun.push(name);
    return new Promise<string>((done) => finish.set(name, () => done('done')));
  };
  queue.run(sender, task, patience).then(
    (answer) => answers.set(name, answer),
    (error: { code: string; facts?: unknown }) => answers.set(name, `${error.code} ${JSON.stringify(error.facts)}`),
  );
}

/** Ends a running task, and lets the next one begin. */
async function end(name: string): Promise<void> {
  finish.get(name)?.();
  await new Promise(setImmediate);
}

beforeEach(() => {
  queue = new FairQueue({ atOnce: 2, waiting: 4 });
  [begun, finish, answers] = [[], new Map(), new Map()];
});

describe('a fair queue', () => {
  it('runs so many tasks at once, of all senders together', async () => {
    for (const sender of ['a', 'b', 'c']) ask(sender, sender);
    expect(begun).toEqual(['a', 'b']);
    await end('b');
    expect(begun).toEqual(['a', 'b', 'c']);
    for (const name of ['a', 'c']) await end(name);
    expect([...answers.values()]).toEqual(['done', 'done', 'done']);
    for (const name of ['d', 'e', 'f']) ask(name, name);
    expect(begun.slice(3)).toEqual(['d', 'e']);
  });

  it('lets waiting senders take turns', async () => {
    for (const name of ['a1', 'a2', 'a3', 'a4', 'a5']) ask('a', name);
    ask('b', 'b1');
    for (const name of ['a1', 'a2', 'a3', 'b1']) await end(name);
    expect(begun).toEqual(['a1', 'a2', 'a3', 'b1', 'a4', 'a5']);
  });

  it('refuses the newest task of the sender with the most, not a newcomer’s', async () => {
    for (const name of ['a1', 'a2', 'a3', 'a4', 'a5', 'a6']) ask('a', name);
    ask('b', 'b1');
    await new Promise(setImmediate);
    expect([...answers]).toEqual([['a6', 'service.unavailable {"retryAfterSeconds":1}']]);
    ask('a', 'a7');
    await new Promise(setImmediate);
    expect([...answers.keys()]).toEqual(['a6', 'a7']);
  });

  it('refuses new senders once every one that waits has one task', async () => {
    for (const sender of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) ask(sender, sender);
    await new Promise(setImmediate);
    expect([...answers]).toEqual([['g', 'service.unavailable {"retryAfterSeconds":1}']]);
    await end('a');
    ask('g', 'g again');
    for (const name of ['b', 'c', 'd', 'e', 'f', 'g again']) await end(name);
    expect(begun).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g again']);
  });

  it('gives the place back when a task fails', async () => {
    const fail = () => Promise.reject(new Error('no'));
    for (let n = 0; n < 3; n++) await expect(queue.run('a', fail)).rejects.toThrow('no');
    ask('a', 'next');
    expect(begun).toEqual(['next']);
  });

  it('drops a task whose client has gone, and gives its place in the queue to others', async () => {
    const [gone, stays] = [new AbortController(), new AbortController()];
    for (const name of ['a1', 'a2']) ask('a', name);
    ask('b', 'b1', { signal: gone.signal });
    ask('b', 'b2', { signal: stays.signal });
    for (const name of ['c1', 'c2']) ask('c', name);
    gone.abort();
    await new Promise(setImmediate);
    expect([...answers.keys()]).toEqual(['b1']);
    ask('d', 'd1');
    for (const name of ['a1', 'a2', 'b2', 'c1', 'd1', 'c2']) await end(name);
    expect(begun).toEqual(['a1', 'a2', 'b2', 'c1', 'd1', 'c2']);
    stays.abort();
    ask('b', 'b3', { signal: gone.signal });
    await new Promise(setImmediate);
    expect(answers.get('b3')).toBe('request.malformed undefined');
    expect([answers.get('b2'), begun.includes('b3')]).toEqual(['done', false]);
  });

  it('refuses a task that has waited for too long when its turn comes, and goes on with the next', async () => {
    for (const name of ['a1', 'a2']) ask('a', name);
    ask('b', 'late', { longestWait: -1 });
    ask('b', 'next', { longestWait: 60_000 });
    await end('a1');
    expect([answers.get('late'), begun]).toEqual(['service.unavailable {"retryAfterSeconds":1}', ['a1', 'a2', 'next']]);
  });
});
