import { createSecretKey, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import Fastify from 'fastify';
import jwt from 'jsonwebtoken';
import pg from 'pg';
import { RequestProofs } from '../../../server/src/platform/db/request-proof.ts';
import { requestKey } from '../../support/request-key.ts';
import type { Statement } from './recording.ts';

/** A route of the reference: the same address, statements and response as ours. */
export interface BareRoute {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly statements: readonly Statement[];
  readonly answer: { readonly status: number; readonly body: unknown };
}

/**
 * The reference: Fastify and pg as an expert would use them. It verifies the token; one transaction sets the hospital, checks the session and runs
 * the same statements with audit, as prepared statements. The response is a ready-made object: no schema, permissions, mapping, limits or security
 * headers.
 */
const {
  databaseUrl,
  secret,
  routes,
  pool: size,
} = JSON.parse(readFileSync(process.env['BENCH_BARE_FILE'] ?? '', 'utf8')) as {
  databaseUrl: string;
  secret: string;
  routes: BareRoute[];
  pool: number;
};
// A key object, because jsonwebtoken would parse raw bytes for each token.
const key = createSecretKey(Buffer.from(secret, 'base64'));
const pool = new pg.Pool({ connectionString: databaseUrl, max: size });
const app = Fastify({ logger: false });
const proofs = new RequestProofs(requestKey);
const names = new Map<string, string>();

function nameOf(text: string): string {
  const known = names.get(text) ?? `s${names.size}`;
  names.set(text, known);
  return known;
}

for (const { method, path, statements: recorded, answer } of routes) {
  const statements = recorded.map((statement) => ({ ...statement, name: nameOf(statement.text) }));
  app.route({
    method,
    url: path,
    handler: async (request, reply) => {
      const token = request.headers.authorization?.slice(7) ?? '';
      const claims = jwt.verify(token, key, { algorithms: ['HS256'], audience: 'yunzhen-api' }) as Record<
        string,
        string
      >;
      const { hid: hospitalId = '', sid: sessionId = '' } = claims;
      const client = await pool.connect();
      try {
        await client.query('BEGIN');
        const { proof } = await proofs.next(client, { hospitalId, sessionId, patientId: null });
        const begun = await client.query<{ live: boolean }>({
          name: 'begin',
          text: 'SELECT begin_request($1, $2, NULL, $3) AS live',
          values: [hospitalId, sessionId, proof],
        });
        if (begun.rows[0]?.live !== true) throw new Error('session has ended');
        const fresh: string[] = [];
        const now = Date.now();
        for (const { name, text, values } of statements) {
          const given = values.map((value) => {
            if ('same' in value) return value.same;
            if ('fromNow' in value) return new Date(now + value.fromNow);
            return (fresh[value.fresh] ??= randomUUID());
          });
          await client.query({ name, text, values: given });
        }
        await client.query('COMMIT');
      } catch (error) {
        await client.query('ROLLBACK');
        throw error;
      } finally {
        client.release();
      }
      return reply.code(answer.status).header('content-type', 'application/json').send(JSON.stringify(answer.body));
    },
  });
}
const address = await app.listen({ port: 0, host: '127.0.0.1' });
process.send?.(address);
process.once('disconnect', () => process.exit(0));
