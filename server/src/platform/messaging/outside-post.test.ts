import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InsideError, isOutside, mayPostTo, postOutside } from './outside-post.ts';

const nobody = new Set<string>();

describe('an address from an untrusted source', () => {
  it.each([
    'http://push.example.org/a',
    'https://push.example.org:8443/a',
    'https://user:word@push.example.org/a',
    'https://127.0.0.1/a',
    'https://[::1]/a',
    'https://[::ffff:10.0.0.1]/a',
    'https://2130706433/a',
    'https://localhost/a',
    'https://database/a',
    'ftp://push.example.org/a',
    'https://0x7f.1/a',
  ])('%s is rejected', (address) => {
    expect(mayPostTo(new URL(address), nobody)).toBe(false);
  });

  it('is accepted when it is a name with HTTPS', () => {
    expect(mayPostTo(new URL('https://fcm.googleapis.com/fcm/send/abc'), nobody)).toBe(true);
  });

  it.each([
    '10.0.0.1',
    '127.0.0.1',
    '169.254.169.254',
    '172.31.0.1',
    '192.168.1.1',
    '100.100.100.200',
    '0.0.0.0',
    '224.0.0.1',
    '::1',
    '::',
    '::ffff:10.0.0.1',
    '64:ff9b::a00:1',
    '2002:a00:1::1',
    'fd00::1',
    'fe80::1',
    'no address',
  ])('%s is an internal address', (address) => {
    expect(isOutside(address)).toBe(false);
  });

  it.each(['8.8.8.8', '2606:4700::1111'])('%s is a public address', (address) => expect(isOutside(address)).toBe(true));
});

describe('posting to an external address', () => {
  let server: Server;
  let origin: string;
  const asked: string[] = [];
  beforeAll(async () => {
    server = createServer((request, answer) => {
      asked.push(`${request.method} ${request.url}`);
      if (request.url === '/moved') answer.writeHead(307, { location: `${origin}/elsewhere` });
      else answer.writeHead(201);
      answer.end('what nobody reads');
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  const post = (address: string, trusted: ReadonlySet<string>) =>
    postOutside(new URL(address), { headers: {}, body: Buffer.from('x'), trusted });

  it('reaches an origin that the installation trusts, and follows no redirect', async () => {
    const trusted = new Set([origin]);
    expect(await post(`${origin}/a`, trusted)).toEqual({ status: 201 });
    expect((await post(`${origin}/moved`, trusted)).status).toBe(307);
    expect(asked).toEqual(['POST /a', 'POST /moved']);
  });

  it('rejects a name with any internal address', async () => {
    const leadingTo = (...addresses: string[]) =>
      postOutside(new URL('https://push.example.org/a'), {
        headers: {},
        body: Buffer.from('x'),
        trusted: nobody,
        resolve: (_host, done) =>
          done(
            null,
            addresses.map((address) => ({ address, family: 4 })),
          ),
      });
    await expect(leadingTo('127.0.0.1')).rejects.toThrow(InsideError);
    await expect(leadingTo('8.8.8.8', '10.0.0.1')).rejects.toThrow(InsideError);
    await expect(leadingTo()).rejects.toThrow(InsideError);
    await expect(post(`${origin}/a`, nobody)).rejects.toThrow(InsideError);
    expect(asked).toHaveLength(2);
  });
});
