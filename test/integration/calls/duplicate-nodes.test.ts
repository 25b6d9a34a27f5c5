import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { forgetNodes, NodeVoice } from './media-nodes.ts';

/** Longer than a node may be silent. */
const dead = 6_001;

let test: TestApi;
let first: NodeVoice;
let second: NodeVoice;
beforeAll(async () => {
  test = await startTestApi();

  test.clock.stop();
});
afterAll(() => test.close());
beforeEach(async () => {
  await forgetNodes(test);
  [first, second] = [new NodeVoice(test, 'node-a'), new NodeVoice(test, 'node-a')];
});

const refused = /409.*resource\.conflict/;
const serving = async () =>
  (await test.database.admin.query<{ incarnation: string }>('SELECT incarnation FROM media_node')).rows[0]?.incarnation;

describe('of two living media nodes with one id', () => {
  it('the later one is refused until the other one is silent', async () => {
    await first.beat();
    await second.beat();
    await first.beat();
    await expect(second.beat()).rejects.toThrow(refused);
    await first.beat();
    await expect(second.beat()).rejects.toThrow(refused);
    expect(await serving()).toBe(first.incarnation);
    test.clock.advance(dead);
    await second.beat();
    expect(await serving()).toBe(second.incarnation);
  });

  it('the one that comes back after a silence is refused, and not the one that replaced it', async () => {
    await first.beat();
    test.clock.advance(dead);
    await second.beat();
    test.clock.advance(dead);
    await second.beat();
    await first.beat();
    await second.beat();
    await expect(first.beat()).rejects.toThrow(refused);
    expect(await serving()).toBe(second.incarnation);
  });
});

describe('a media node with the id of a living one and other addresses', () => {
  const elsewhere = { url: 'http://elsewhere.test:8081' };

  it('is refused at each start, and its tickets never lead to it', async () => {
    await first.beat();
    for (let starts = 0; starts < 3; starts++) {
      second.incarnation = randomUUID();
      await expect(second.beat(elsewhere)).rejects.toThrow(refused);
      await expect(second.beat({ controlUrl: 'http://10.0.0.9:8081' })).rejects.toThrow(refused);
      expect(await serving()).toBe(first.incarnation);
    }
    test.clock.advance(dead);
    await second.beat(elsewhere);
    expect(await serving()).toBe(second.incarnation);
  });

  it('replaces one that drains, as at a restart after its settings changed', async () => {
    await first.beat({ draining: true });
    await second.beat(elsewhere);
    expect(await serving()).toBe(second.incarnation);
  });
});

describe('a media node that starts again', () => {
  it('replaces its former start at once, however often', async () => {
    await first.beat();
    for (let starts = 0; starts < 3; starts++) {
      first.incarnation = randomUUID();
      await first.beat();
      await first.beat();
      expect(await serving()).toBe(first.incarnation);
    }
  });

  it('gets its place within six seconds when a late heartbeat of its former start comes after the first one', async () => {
    const former = first.incarnation;
    await first.beat();
    first.incarnation = randomUUID();
    await first.beat();
    await first.beat({ incarnation: former });
    await expect(first.beat()).rejects.toThrow(refused);
    test.clock.advance(dead);
    await first.beat();
    expect(await serving()).toBe(first.incarnation);
  });

  it('is not refused by what an api of the release before stored in between', async () => {
    await first.beat();
    await second.beat();
    await first.beat();
    // That api knows no refusal.
    await test.database.admin.query('UPDATE media_node SET incarnation = $1', [second.incarnation]);
    await second.beat();
    expect(await serving()).toBe(second.incarnation);
  });
});
