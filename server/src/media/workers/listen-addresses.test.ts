import { describe, expect, it } from 'vitest';
import type { NetworkInterfaceInfo } from 'node:os';
import { listenAddresses } from './listen-addresses.ts';

const v4 = (address: string, internal = false): NetworkInterfaceInfo => ({
  address,
  internal,
  family: 'IPv4',
  netmask: '255.255.255.0',
  mac: '00:00:00:00:00:00',
  cidr: null,
});
const v6 = (address: string, internal = false): NetworkInterfaceInfo => ({
  address,
  internal,
  family: 'IPv6',
  netmask: 'ffff::',
  mac: '00:00:00:00:00:00',
  cidr: null,
  scopeid: 0,
});
const host = {
  lo: [v4('127.0.0.1', true), v6('::1', true)],
  eth0: [v6('fe80::1'), v6('2001:db8::7'), v4('192.0.2.7'), v4('169.254.3.4')],
};

describe('the listen addresses of a worker', () => {
  it("are the host's own, external before loopback, without link-local ones", () => {
    expect(listenAddresses({}, host).map(({ ip }) => ip)).toEqual(['192.0.2.7', '2001:db8::7', '127.0.0.1', '::1']);
  });

  it('are the wildcards when a host name is announced', () => {
    expect(listenAddresses({ announced: 'media.example.org' }, host)).toEqual([
      { ip: '0.0.0.0', announcedAddress: 'media.example.org' },
      { ip: '::', announcedAddress: 'media.example.org' },
    ]);
  });

  it('announce an address only for its own family', () => {
    expect(listenAddresses({ announced: '198.51.100.1' }, host)).toEqual([
      { ip: '0.0.0.0', announcedAddress: '198.51.100.1' },
    ]);
    expect(listenAddresses({ announced: '198.51.100.1 2001:db8::1' }, host)).toEqual([
      { ip: '0.0.0.0', announcedAddress: '198.51.100.1' },
      { ip: '::', announcedAddress: '2001:db8::1' },
    ]);
  });

  it('omit IPv6 when the host has none', () => {
    const old = { lo: [v4('127.0.0.1', true)], eth0: [v4('192.0.2.7')] };
    expect(listenAddresses({ announced: 'media.example.org' }, old)).toHaveLength(1);
  });

  it('are the configured ones, with loopback never announced as another address', () => {
    expect(listenAddresses({ listen: '192.0.2.7 127.0.0.1', announced: '198.51.100.1' }, host)).toEqual([
      { ip: '192.0.2.7', announcedAddress: '198.51.100.1' },
      { ip: '127.0.0.1' },
    ]);
  });

  it('announce loopback as another loopback address, for a relay on the same machine', () => {
    expect(listenAddresses({ listen: '127.0.0.1', announced: '127.0.0.2' }, host)).toEqual([
      { ip: '127.0.0.1', announcedAddress: '127.0.0.2' },
    ]);
    expect(listenAddresses({ listen: '192.0.2.7 127.0.0.1', announced: '198.51.100.1 127.0.0.2' }, host)).toEqual([
      { ip: '192.0.2.7', announcedAddress: '198.51.100.1' },
      { ip: '127.0.0.1', announcedAddress: '127.0.0.2' },
    ]);
  });

  it('reject invalid addresses, and a wildcard without an announced address', () => {
    expect(() => listenAddresses({ listen: 'eth0' }, host)).toThrow('RTC_LISTEN: eth0');
    expect(() => listenAddresses({ listen: '0.0.0.0' }, host)).toThrow('RTC_ANNOUNCED_ADDRESS');
  });
});
