import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createKeyService } from './key-service.ts';
import { SealError, type KeyEncryption } from './key-encryption.ts';
import { describeKeyEncryption } from './testing/key-encryption-contract.ts';
import { TransitServer } from './testing/transit-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'yunzhen-key-service-'));
const file = (name: string) => join(folder, name);
const options = '-x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=localhost'.split(' ');
const names = ['-addext', 'subjectAltName=DNS:localhost'];
execFileSync('openssl', ['req', ...options, ...names, '-keyout', file('key.pem'), '-out', file('cert.pem')], {
  stdio: 'ignore',
});
const tls = { key: readFileSync(file('key.pem'), 'utf8'), cert: readFileSync(file('cert.pem'), 'utf8') };

let server: TransitServer;
let stranger: TransitServer;
/** A busy machine may answer late; the limit is short only when no answer is expected. */
const over = (at: TransitServer, ca: string | undefined = tls.cert, timeoutMs = 30_000): KeyEncryption =>
  createKeyService({ url: at.url, key: 'hospital', token: () => Promise.resolve('token-of-the-test'), ca, timeoutMs });

beforeAll(async () => {
  server = await TransitServer.start(tls);
  stranger = await TransitServer.start(tls);
});
afterEach(() => {
  server.trouble = 'none';
});
afterAll(async () => {
  await Promise.all([server.stop(), stranger.stop()]);
  rmSync(folder, { recursive: true });
});

describeKeyEncryption('a key service over TLS', {
  open: () => Promise.resolve(over(server)),
  rotate: () => {
    server.rotate('hospital');
    return Promise.resolve(over(server));
  },
  stranger: () => Promise.resolve(over(stranger)),
  formerIsBlind: false,
});

describe('a key service', () => {
  const unavailable = { code: 'signing.key-unavailable' };

  it('is retried after a short outage', async () => {
    server.trouble = 'once-unavailable';
    const sealed = await over(server).seal(Buffer.from('x'), 'c');
    server.trouble = 'once-unavailable';
    expect(Buffer.from(await over(server).open(sealed, 'c')).toString()).toBe('x');
  });

  it.each(['silence', 'unavailable', 'sealed-off', 'garbage', 'refusal'] as const)(
    'is named in the error when it answers with %s, after three attempts at most',
    async (trouble) => {
      const sealed = await over(server).seal(Buffer.from('x'), 'c');
      const keyEncryption = trouble === 'silence' ? over(server, tls.cert, 400) : over(server);
      server.trouble = trouble;
      const before = server.asked;
      await expect(keyEncryption.seal(Buffer.from('x'), 'c')).rejects.toMatchObject(unavailable);
      await expect(keyEncryption.open(sealed, 'c')).rejects.toMatchObject(unavailable);
      expect(server.asked - before).toBeLessThanOrEqual(6);
    },
  );

  it('is not retried when it rejects a seal', async () => {
    const keyEncryption = over(server);
    const sealed = await keyEncryption.seal(Buffer.from('x'), 'c');
    const before = server.asked;
    await expect(keyEncryption.open(sealed, 'another')).rejects.toThrow(SealError);
    expect(server.asked - before).toBe(1);
  });

  it('gets no data when its certificate is not trusted, or when it is unreachable', async () => {
    const before = server.asked;
    const nobodys = createKeyService({
      url: server.url,
      key: 'hospital',
      token: () => Promise.resolve('token-of-the-test'),
    });
    await expect(nobodys.seal(Buffer.from('x'), 'c')).rejects.toMatchObject(unavailable);
    expect(server.asked).toBe(before);
    const gone = await TransitServer.start(tls);
    const keyEncryption = over(gone);
    await gone.stop();
    await expect(keyEncryption.seal(Buffer.from('x'), 'c')).rejects.toMatchObject(unavailable);
  });
});
