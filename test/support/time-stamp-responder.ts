import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What is returned instead of a valid response. */
export type Trouble = 'none' | 'unavailable' | 'garbage' | 'earlier-answer' | 'refusal' | 'silence';

const configuration = (folder: string) => `
[tsa]
default_tsa = tsa_config
[tsa_config]
dir = ${folder}
serial = $dir/serial
signer_cert = $dir/tsa.pem
signer_key = $dir/tsa.key
certs = $dir/root.pem
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ess_cert_id_alg = sha256
`;

/** A time stamp authority of OpenSSL (RFC 3161) behind a small HTTP server, with its own root. */
export class TimeStampResponder {
  readonly url: string;
  /** The root certificate as PEM, for the installation’s trust settings. */
  readonly root: string;
  trouble: Trouble = 'none';
  asked = 0;
  readonly #folder: string;
  readonly #server: Server;
  #earlier: Buffer | null = null;

  private constructor(folder: string, server: Server, root: string) {
    this.#folder = folder;
    this.#server = server;
    this.root = root;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  }

  /** `purpose`: the extended key usage of the authority’s certificate; only `critical,timeStamping` is valid. */
  static async start(
    purpose = 'critical,timeStamping',
    key = ['ec', 'ec_paramgen_curve:P-256'],
  ): Promise<TimeStampResponder> {
    const folder = await mkdtemp(join(tmpdir(), 'yunzhen-tsa-'));
    const file = (name: string) => join(folder, name);
    const openssl = (...options: string[]) => run('openssl', options);
    const [algorithm = '', option = ''] = key;
    for (const name of ['root', 'tsa'])
      await openssl('genpkey', '-algorithm', algorithm, '-pkeyopt', option, '-out', file(`${name}.key`));
    await writeFile(file('serial'), '01\n');
    await writeFile(file('tsa.cnf'), configuration(folder));
    await openssl(
      'req',
      '-new',
      '-x509',
      '-key',
      file('root.key'),
      '-subj',
      '/CN=Time Root',
      '-days',
      '30',
      '-addext',
      'keyUsage=critical,keyCertSign',
      '-out',
      file('root.pem'),
    );
    await openssl(
      'req',
      '-new',
      '-x509',
      '-key',
      file('tsa.key'),
      '-CA',
      file('root.pem'),
      '-CAkey',
      file('root.key'),
      '-subj',
      '/CN=Time Authority of the Test',
      '-days',
      '20',
      '-addext',
      'basicConstraints=critical,CA:false',
      '-addext',
      `extendedKeyUsage=${purpose}`,
      '-out',
      file('tsa.pem'),
    );
    const holder: { responder?: TimeStampResponder } = {};
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        void holder.responder?.answer(Buffer.concat(chunks)).then((body) => {
          // Disables keep-alive: a connection closed on reuse would look like an unavailable authority.
          const connection = { connection: 'close' };
          if (body) response.writeHead(200, { ...connection, 'content-type': 'application/timestamp-reply' }).end(body);
          else if (holder.responder?.trouble !== 'silence') response.writeHead(503, connection).end();
        });
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return (holder.responder = new TimeStampResponder(folder, server, await readFile(file('root.pem'), 'utf8')));
  }

  async answer(query: Buffer): Promise<Buffer | null> {
    this.asked += 1;
    switch (this.trouble) {
      case 'unavailable':
      case 'silence':
        return null;
      case 'garbage':
        return Buffer.from('not a time stamp');
      case 'earlier-answer':
        return this.#earlier;
      case 'refusal':
        return this.#reply(Buffer.from('no query at all'));
      case 'none':
        return (this.#earlier = await this.#reply(query));
    }
  }

  async #reply(query: Buffer): Promise<Buffer> {
    const name = join(this.#folder, `query-${this.asked}.tsq`);
    await writeFile(name, query);
    const child = spawn('openssl', ['ts', '-reply', '-config', join(this.#folder, 'tsa.cnf'), '-queryfile', name]);
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    await once(child, 'close');
    return Buffer.concat(chunks);
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
    await rm(this.#folder, { recursive: true, force: true });
  }
}
