import type { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { trustedProxies } from '../config/address-ranges.ts';
import { clientAddress, clientAddresses } from './client-address.ts';

const addressOf = clientAddresses(trustedProxies('127.0.0.0/8 ::1 10.0.0.0/8'));
const request = (remoteAddress: string, forwarded?: string | string[]) => ({
  socket: { remoteAddress } as Socket,
  headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded as string },
});

describe('the address of a client', () => {
  it.each([
    ['198.51.100.7', undefined, '198.51.100.7'],
    ['::ffff:198.51.100.7', undefined, '198.51.100.7'],
    ['10.0.0.2', '198.51.100.7', '198.51.100.7'],
    ['10.0.0.2', '198.51.100.7, 10.0.0.1', '198.51.100.7'],
    ['::1', '2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ])('behind %s that forwards for %j is %s', (peer, forwarded, expected) => {
    expect(addressOf(request(peer, forwarded))).toBe(expected);
  });

  it('ignores what a client claims about itself', () => {
    expect(addressOf(request('198.51.100.7', '203.0.113.1'))).toBe('198.51.100.7');
    expect(addressOf(request('10.0.0.2', '203.0.113.1, 198.51.100.7'))).toBe('198.51.100.7');
    expect(addressOf(request('10.0.0.2', ['203.0.113.1', '198.51.100.7']))).toBe('198.51.100.7');
  });

  it.each(['', 'unknown', 'unix:', '198.51.100.7:4711', ' , '])(
    'is the proxy’s when it forwards for %j',
    (forwarded) => {
      expect(addressOf(request('10.0.0.2', forwarded))).toBe('10.0.0.2');
    },
  );

  it('is the same for a whole IPv6 network', () => {
    const [one, two] = ['2001:db8::1', '2001:0db8:0:0:ffff::2'].map((peer) => addressOf(request(peer)));
    expect(one).toBe('2001:db8:0:0::/64');
    expect(two).toBe(one);
    expect(addressOf(request('2001:db8:0:1::1'))).not.toBe(one);
  });

  it.each([
    ['false', '10.0.0.2'],
    ['1', '198.51.100.7'],
    ['2', '203.0.113.1'],
    ['9', '203.0.113.1'],
    ['10.0.0.0/8', '198.51.100.7'],
    ['192.0.2.0/24', '10.0.0.2'],
  ])('with %s proxies is %s', (proxies, expected) => {
    const forwarded = request('10.0.0.2', '203.0.113.1, 198.51.100.7');
    expect(clientAddress(forwarded, trustedProxies(proxies))).toBe(expected);
  });

  it.each([
    ['a number of proxies', '2', '203.0.113.9', '127.0.0.1, 127.0.0.1', '203.0.113.9'],
    ['a number of proxies', '1', '203.0.113.9', '::1', '203.0.113.9'],
    ['ranges', '10.0.0.0/8 127.0.0.0/8', '10.0.0.2', '127.0.0.1', '10.0.0.2'],
    ['a proxy of this machine', '127.0.0.0/8', '127.0.0.1', '127.0.0.1', '127.0.0.1'],
    ['no proxy', 'false', '127.0.0.1', '198.51.100.7', '127.0.0.1'],
  ])('is never this machine because a header says so, with %s (%s)', (_, proxies, peer, forwarded, expected) => {
    expect(clientAddresses(trustedProxies(proxies))(request(peer, forwarded))).toBe(expected);
  });

  it('is undefined on this machine', () => {
    expect(addressOf(request('127.0.0.1'))).toBeUndefined();
    expect(addressOf(request('::ffff:127.0.0.1'))).toBeUndefined();
  });
});
