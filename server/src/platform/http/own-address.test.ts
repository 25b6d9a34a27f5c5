import { describe, expect, it } from 'vitest';
import { isOwnOrigin, labelOfHost, pageAddress } from './own-address.ts';

describe('the hospital label of a host', () => {
  it('precedes the installation’s own name', () => {
    expect(labelOfHost('wuzhen.example.org', 'https://example.org')).toBe('wuzhen');
    expect(labelOfHost('Lakeside.localhost:8080', 'http://localhost:8080')).toBe('lakeside');
  });

  it('may have the label of a demo window before it, on localhost only', () => {
    expect(labelOfHost('doctor.wuzhen.localhost:8080', 'http://localhost:8080')).toBe('wuzhen');
    expect(labelOfHost('a.doctor.wuzhen.localhost', 'http://localhost')).toBeNull();
    expect(labelOfHost('doctor.wuzhen.example.org', 'https://example.org')).toBeNull();
    expect(isOwnOrigin('http://doctor.wuzhen.localhost:8080', 'http://localhost:8080')).toBe(true);
    expect(isOwnOrigin('http://doctor.wuzhen.localhost:8081', 'http://localhost:8080')).toBe(false);
  });

  it('is null at the installation’s name, at deeper names, and elsewhere', () => {
    for (const host of [
      'example.org',
      'a.b.example.org',
      'wuzhen.example.com',
      'evilexample.org',
      '10.0.0.1',
      '-x.example.org',
    ])
      expect([host, labelOfHost(host, 'https://example.org')]).toEqual([host, null]);
  });
});

describe('an origin', () => {
  it('is ours at the installation’s name and one label before it', () => {
    for (const origin of ['https://example.org', 'https://wuzhen.example.org'])
      expect([origin, isOwnOrigin(origin, 'https://example.org/')]).toEqual([origin, true]);
    expect(isOwnOrigin('http://wuzhen.localhost:8080', 'http://localhost:8080')).toBe(true);
  });

  it('is not ours with another scheme, port, depth or name, or with more than an origin contains', () => {
    for (const origin of [
      'null',
      '',
      'http://wuzhen.example.org',
      'https://wuzhen.example.org:8443',
      'https://a.b.example.org',
      'https://wuzhen.example.org.evil.test',
      'https://evilexample.org',
      'https://wuzhen.example.org/',
      'https://user@wuzhen.example.org',
    ])
      expect([origin, isOwnOrigin(origin, 'https://example.org')]).toEqual([origin, false]);
    expect(isOwnOrigin('http://1.10.0.0.1:8080', 'http://10.0.0.1:8080')).toBe(false);
  });
});

describe('the address of a hospital’s pages', () => {
  const address = (PUBLIC_URL: string, HOSPITAL_SUBDOMAINS = true) =>
    pageAddress({ PUBLIC_URL, HOSPITAL_SUBDOMAINS }, 'wuzhen');

  it('has its label before the name when subdomains are enabled', () => {
    expect(address('https://example.org')).toBe('https://wuzhen.example.org');
    expect(address('http://localhost:8080/')).toBe('http://wuzhen.localhost:8080');
    expect(address('https://example.org/', false)).toBe('https://example.org');
  });

  it('is the installation’s own when that is a bare IP address', () => {
    expect(address('http://10.0.0.1:8080')).toBe('http://10.0.0.1:8080');
    expect(address('http://[::1]:8080')).toBe('http://[::1]:8080');
  });
});
