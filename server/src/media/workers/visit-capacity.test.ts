import { describe, expect, it } from 'vitest';
import { freeVisits, nextCapacity, type Capacity, type CapacityPolicy, type NodeLoad } from './visit-capacity.ts';

const policy: CapacityPolicy = { loadLimit: 0.85 };
const idle: NodeLoad = { workers: 2, load: 0, running: 0, waiting: 0 };

/** Returns the capacity after that many equal measurements. */
function settled(now: NodeLoad, times = 200, before?: Capacity): Capacity {
  let capacity = before;
  for (let i = 0; i < times; i++) capacity = nextCapacity(capacity, now, policy);
  if (!capacity) throw new Error('nothing was measured');
  return capacity;
}

/** Returns a node whose visits cost that many cores each. */
const nodeWith = (running: number, cost: number, waiting = 0): NodeLoad => ({
  workers: 2,
  load: Math.min(1, (running * cost) / 2),
  running,
  waiting,
});

describe('the capacity of a node', () => {
  it('assumes typical visits before anything is measured', () => {
    expect(Math.floor(settled(idle, 1).spare)).toBe(102);
  });

  it('follows the measured cost of visits', () => {
    const costs = [1 / 30, 1 / 60, 1 / 120].map((cost) => settled(nodeWith(40, cost)));
    for (const [index, cost] of [1 / 30, 1 / 60, 1 / 120].entries()) {
      const left = (2 * 0.85) / cost - 40;
      expect((costs[index]?.spare ?? 0) / left).toBeGreaterThan(0.75);
      expect((costs[index]?.spare ?? 0) / left).toBeLessThan(1.25);
    }
  });

  it('does not fall to zero cost because a few visits are silent', () => {
    expect(settled(nodeWith(3, 0)).spare).toBeLessThan(2 * 0.85 * 250);
    expect(settled(nodeWith(3, 0)).cost).toBeGreaterThan(1 / 100);
    expect(settled(nodeWith(500, 0)).cost).toBe(1 / 250);
  });

  it('adapts quickly to more expensive visits, and slowly to cheaper ones', () => {
    const cheap = settled(nodeWith(40, 1 / 120));
    const dear = settled(nodeWith(40, 1 / 40));
    const risen = nextCapacity(cheap, nodeWith(40, 1 / 40), policy).cost - cheap.cost;
    const fallen = dear.cost - nextCapacity(dear, nodeWith(40, 1 / 120), policy).cost;
    expect(risen).toBeGreaterThan(3 * fallen);
  });

  it('is zero while no worker runs, and as before when they are back', () => {
    const before = settled(nodeWith(40, 1 / 60));
    const none = nextCapacity(before, { ...idle, workers: 0, load: 1 }, policy);
    expect(none).toEqual({ ...before, spare: 0 });
    expect(nextCapacity(none, nodeWith(40, 1 / 60), policy).spare).toBeCloseTo(before.spare, 1);
    expect(settled({ ...idle, workers: 0 }, 1).spare).toBe(0);
  });

  it('is partly reserved for waiting patients', () => {
    const [none, many] = [settled(nodeWith(10, 1 / 60)), settled(nodeWith(10, 1 / 60, 40))];
    expect(none.spare - many.spare).toBeCloseTo(10, 5);
  });

  it('is not exhausted by a burst in one measurement', () => {
    const calm = settled(nodeWith(40, 1 / 60));
    expect(nextCapacity(calm, { ...nodeWith(40, 1 / 60), load: 1 }, policy).full).toBe(false);
    expect(settled({ ...nodeWith(40, 1 / 60), load: 1 }, 10, calm).full).toBe(true);
  });

  it('does not flap: a full node accepts visits again only with room for more than one', () => {
    const full = settled({ ...nodeWith(100, 1 / 60), load: 0.86 }, 50);
    expect(full).toMatchObject({ full: true, spare: 0 });
    expect(settled({ ...nodeWith(99, 1 / 60), load: 0.84 }, 50, full).full).toBe(true);
    expect(settled({ ...nodeWith(99, 1 / 60), load: 0.82 }, 50, full).full).toBe(true);
    const relieved = settled({ ...nodeWith(90, 1 / 60), load: 0.75 }, 50, full);
    expect(relieved.full).toBe(false);
    expect(relieved.spare).toBeGreaterThan(2);
  });

  it('decreases while load that belongs to no visit is on the node', () => {
    expect(settled({ ...idle, load: 0.6 }, 20).spare).toBeLessThan(settled(idle).spare * 0.4);
  });
});

describe('free visits', () => {
  const capacity: Capacity = { load: 0.3, cost: 1 / 60, spare: 10.7, full: false };

  it('subtract visits opened since the measurement, but do not add closed ones', () => {
    expect(freeVisits(capacity, 0, 20, policy)).toBe(10);
    expect(freeVisits(capacity, 4, 24, policy)).toBe(6);
    expect(freeVisits(capacity, 50, 70, policy)).toBe(0);
    expect(freeVisits(capacity, -5, 15, policy)).toBe(10);
  });

  it('are limited by the configured maximum', () => {
    const limited = { ...policy, maxVisits: 25 };
    expect(freeVisits(capacity, 0, 20, limited)).toBe(5);
    expect(freeVisits(capacity, 0, 25, limited)).toBe(0);
    expect(freeVisits(capacity, 0, 30, limited)).toBe(0);
    expect(freeVisits(capacity, 0, 0, { ...policy, maxVisits: 0 })).toBe(0);
  });

  it('are zero on a full node', () => {
    expect(freeVisits({ ...capacity, full: true, spare: 0 }, -3, 1, policy)).toBe(0);
  });
});
