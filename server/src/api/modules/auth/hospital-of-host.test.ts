import { describe, expect, it } from 'vitest';
import { hospitalOfHost } from './hospital-of-host.ts';

describe('the hospital of an address', () => {
  it('is the label before the installation’s own name', () => {
    expect(hospitalOfHost('wuzhen.example.org', 'https://example.org')).toBe('wuzhen');
    expect(hospitalOfHost('Lakeside.localhost:8080', 'http://localhost:8080')).toBe('lakeside');
  });

  it('is none at the own name, deeper, or elsewhere', () => {
    for (const host of [
      'example.org',
      'a.b.example.org',
      'wuzhen.example.com',
      'evilexample.org',
      '10.0.0.1',
      '-x.example.org',
    ])
      expect([host, hospitalOfHost(host, 'https://example.org')]).toEqual([host, null]);
  });
});
