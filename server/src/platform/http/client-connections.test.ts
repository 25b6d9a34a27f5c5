import { expect, it } from 'vitest';
import { trustedProxies } from '../config/address-ranges.ts';
import type { ClientRequest } from './client-address.ts';
import { ClientConnections } from './client-connections.ts';

const proxy = '10.0.0.1';
const from = (address: string, cookie?: string) =>
  ({ headers: { 'x-forwarded-for': address, cookie }, socket: { remoteAddress: proxy } }) as unknown as ClientRequest;
const limits = (atOnce: number) =>
  new ClientConnections(trustedProxies(proxy), atOnce, ({ headers }) => headers.cookie ?? null);

it('Sockets and requests of a network are counted apart', () => {
  const connections = limits(2);
  const clinic = from('203.0.113.9');
  const sockets = [connections.holdSocket(clinic), connections.holdSocket(clinic), connections.holdSocket(clinic)];
  expect(sockets.map(Boolean)).toEqual([true, true, false]);
  const requests = [connections.hold(clinic), connections.hold(clinic), connections.hold(clinic)];
  expect(requests.map(Boolean)).toEqual([true, true, false]);
  expect(connections.holdSocket(from('198.51.100.7'))).toBeDefined();
  sockets[0]?.();
  expect(connections.holdSocket(clinic)).toBeDefined();
});

it('New sockets of a signed-in browser count for its account, whatever others of its network open', () => {
  const connections = limits(10);
  const clinic = '203.0.113.9';
  const opened = (cookie?: string) =>
    Array.from({ length: 300 }, () => connections.allowsSocket(from(clinic, cookie))).filter(Boolean).length;
  expect(opened()).toBeLessThan(20);
  expect(connections.allowsSocket(from(clinic))).toBe(false);
  expect(connections.allowsSocket(from(clinic, 'doctor'))).toBe(true);
  expect(opened('patient')).toBeLessThan(150);
  expect(connections.allowsSocket(from('198.51.100.7', 'patient'))).toBe(false);
  expect(connections.allowsSocket(from(clinic, 'doctor'))).toBe(true);
});

it('A header that names this machine frees no request from the limit', () => {
  const connections = new ClientConnections(trustedProxies('2'), 2, () => null);
  const forged = { headers: { 'x-forwarded-for': '127.0.0.1, 127.0.0.1' }, socket: { remoteAddress: '203.0.113.9' } };
  const request = forged as unknown as ClientRequest;
  for (const hold of [() => connections.hold(request), () => connections.holdSocket(request)])
    expect([hold(), hold(), hold()].map(Boolean)).toEqual([true, true, false]);
});

it('The rate of long polling is that of one network', () => {
  const connections = limits(10);
  const allowed = Array.from({ length: 4_000 }, () => connections.allowsPoll(from('203.0.113.9'))).filter(Boolean);
  expect(allowed.length).toBeLessThan(3_500);
  expect(connections.allowsPoll(from('198.51.100.7'))).toBe(true);
});
