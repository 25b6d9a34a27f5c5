import { describe, expect, it } from 'vitest';
import { turnServers } from './turn-credentials.ts';

const now = new Date('2026-11-24T10:00:00Z');
const urls = ['turn:turn.test:3478?transport=udp', 'turns:turn.test:443?transport=tcp'];

describe('TURN credentials', () => {
  it('have a name that expires in two hours, and its digest under the shared secret', () => {
    // printf '1795521600:p-1' | openssl dgst -sha1 -hmac 'north' -binary | base64
    expect(turnServers({ urls, secret: 'north' }, 'p-1', now)).toEqual([
      { urls, username: '1795521600:p-1', credential: 'G4vfqGT90aNv6JLLem3emaFemFc=' },
    ]);
  });

  it('are not created without a TURN server', () => {
    expect(turnServers({ urls: [], secret: 'north' }, 'p-1', now)).toEqual([]);
    expect(turnServers({ urls, secret: undefined }, 'p-1', now)).toEqual([]);
  });
});
