import { describe, expect, it } from 'vitest';
import { networkVerdict, type NetworkFindings } from './network-verdict.ts';

const line: NetworkFindings = {
  udp: true,
  tcp: true,
  roundTripMs: 40,
  jitterMs: 3,
  lossUp: 0,
  lossDown: 0,
  kbpsUp: 800,
  kbpsDown: 790,
};
const verdict = (more: Partial<NetworkFindings>) => networkVerdict({ ...line, ...more });

describe('The verdict on a connection', () => {
  it('is good on a good connection, over UDP or TCP', () => {
    expect(verdict({})).toBe('good');
    expect(verdict({ udp: false })).toBe('good');
    expect(verdict({ tcp: false })).toBe('good');
    expect(verdict({ tcp: null, lossUp: 0.05, roundTripMs: 220 })).toBe('good');
  });

  it('is audio only where a picture would not get through in either direction', () => {
    for (const more of [{ kbpsUp: 150 }, { kbpsDown: 150 }, { lossUp: 0.2 }, { lossDown: 0.2 }, { roundTripMs: 900 }]) {
      expect(verdict(more)).toBe('audio-only');
    }
  });

  it('is poor where speech would not get through', () => {
    for (const more of [{ kbpsUp: 40 }, { lossDown: 0.4 }, { roundTripMs: 3000 }, { kbpsDown: 0 }]) {
      expect(verdict(more)).toBe('poor');
    }
  });

  it('is blocked without a way to the node', () => {
    expect(verdict({ udp: false, tcp: false })).toBe('blocked');
    expect(verdict({ udp: false, tcp: null })).toBe('blocked');
  });

  it('ignores what could not be measured', () => {
    expect(verdict({ roundTripMs: null, lossUp: null, lossDown: null, kbpsUp: null })).toBe('good');
  });
});
