import { expect, it } from 'vitest';
import { trustedProxies } from '../config/address-ranges.ts';
import type { ClientRequest } from './client-address.ts';
import { ClientConnections } from './client-connections.ts';

const from = (address: string) =>
  ({ headers: { 'x-forwarded-for': address }, socket: { remoteAddress: '10.0.0.1' } }) as unknown as ClientRequest;

it('Sockets and requests of a network are counted apart', () => {
  const connections = new ClientConnections(trustedProxies('10.0.0.1'), 2);
  const clinic = from('203.0.113.9');
  const sockets = [connections.holdSocket(clinic), connections.holdSocket(clinic), connections.holdSocket(clinic)];
  expect(sockets.map(Boolean)).toEqual([true, true, false]);
  const requests = [connections.hold(clinic), connections.hold(clinic), connections.hold(clinic)];
  expect(requests.map(Boolean)).toEqual([true, true, false]);
  expect(connections.holdSocket(from('198.51.100.7'))).toBeDefined();
  sockets[0]?.();
  expect(connections.holdSocket(clinic)).toBeDefined();
});
