import { describe, expect, it } from 'vitest';
import { parseSentBytes, SendRate, type SentBytes } from './send-rate.ts';

const counters = `Inter-|   Receive                                                |  Transmit
 face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed
    lo: 27046664714 36173823    0 7593    0     0          0         0 27046664714 36173823    0    0    0     0       0          0
  eth0: 10068291068  283016    0    0    0     0          0         0 31317105  195670    0    0    0     0       0          0
  br-1:10 1 0 0 0 0 0 0 42 2 0 0 0 0 0 0
`;

it('reads sent bytes of each interface but loopback', () => {
  expect([...parseSentBytes(counters)]).toEqual([
    ['eth0', 31_317_105],
    ['br-1', 42],
  ]);
  expect(parseSentBytes('').size).toBe(0);
});

describe('the rate at which a machine sends', () => {
  /** Measures with these counters of bytes, a second apart. */
  const measured = (...counts: (Record<string, number> | null)[]) => {
    let at = 0;
    const read = (): SentBytes | null => {
      const count = counts[(at++ / 1_000) | 0];
      at += 999;
      return count ? new Map(Object.entries(count)) : null;
    };
    const rate = new SendRate(read, () => at);
    return counts.map(() => rate.measure());
  };

  it('is that of the busiest interface, because a bridge counts the same bytes again', () => {
    expect(measured({ eth0: 0, br0: 0 }, { eth0: 1_250_000, br0: 1_000_000 })).toEqual([null, 10]);
  });

  it('is unknown at first, without counters and after a counter began again', () => {
    expect(measured({ eth0: 5 }, null, { eth0: 5 }, { eth0: 125_005 }, { eth0: 0 })).toEqual([null, null, null, 1, 0]);
    expect(measured({ eth0: 5 }, { eth0: 5, eth1: 9_000_000 })).toEqual([null, 0]);
  });
});
