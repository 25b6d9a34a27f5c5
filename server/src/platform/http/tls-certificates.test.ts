import { createPrivateKey } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:tls';
import { expect, it } from 'vitest';
import { createCertificateAuthority } from '../signing/certificate-authority.ts';
import { readTlsCertificates } from './tls-certificates.ts';

it('reads when a certificate ends once for each host, and says by a code why it could not', async () => {
  const since = new Date('2026-06-01T00:00:00Z');
  const { certificate, privateKey } = await createCertificateAuthority({ commonName: 'proxy.test' }, since);
  const key = createPrivateKey({ key: Buffer.from(privateKey), format: 'der', type: 'pkcs8' });
  const server = createServer({ cert: certificate.pem, key: key.export({ format: 'pem', type: 'pkcs8' }) });
  server.on('tlsClientError', () => undefined);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const addresses = [
    `https://127.0.0.1:${port}/a`,
    `wss://127.0.0.1:${port}`,
    'http://plain.test',
    'https://127.0.0.1:9',
  ];
  const [read, refused, ...more] = await readTlsCertificates(addresses);
  await new Promise((resolve) => server.close(resolve));
  expect(read).toEqual({
    host: `127.0.0.1:${port}`,
    startsAt: since,
    endsAt: certificate.notAfter,
    failure: null,
  });
  expect(refused).toEqual({ host: '127.0.0.1:9', startsAt: null, endsAt: null, failure: 'ECONNREFUSED' });
  expect(more).toEqual([]);
});
