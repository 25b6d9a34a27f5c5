import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import pg from 'pg';
import { startEmbeddedPostgres, type EmbeddedServer } from '../../server/src/platform/db/embedded-postgres.ts';
import { createLogger } from '../../server/src/platform/logging/logger.ts';
import { makeDatabaseFolder } from './database-folder.ts';
import type { Environment } from './compose.ts';

const script = new URL('../../docker/postgres/create-roles.sh', import.meta.url);

/** A PostgreSQL server with the roles and database that docker/postgres/create-roles.sh makes on an empty one. */
export class DockerServer {
  readonly #server: EmbeddedServer;
  readonly #folder: string;

  private constructor(server: EmbeddedServer, folder: string) {
    this.#server = server;
    this.#folder = folder;
  }

  /** Starts it with the passwords of that .env file. */
  static async start(env: Environment): Promise<DockerServer> {
    const folder = await makeDatabaseFolder();
    const log = createLogger({ name: 'test', level: 'warn' });
    const passwords = { admin: 'test-admin', app: 'test-app' };
    const docker = new DockerServer(await startEmbeddedPostgres({ folder, passwords, log, throwAway: true }), folder);
    // The embedded server makes it; the one of the image is empty.
    await docker.asSuperuser('postgres', 'DROP ROLE yunzhen_api');
    const words = { owner_password: env['OWNER_DATABASE_PASSWORD'], api_password: env['API_DATABASE_PASSWORD'] };
    for (const [database, statement] of statementsOf(readFileSync(script, 'utf8'), words))
      await docker.asSuperuser(database, statement);
    return docker;
  }

  /** Returns the address of a container for this machine. */
  at(url: string): string {
    const { port } = new URL(this.#server.adminUrl('postgres'));
    return url.replace('@postgres:5432/', `@127.0.0.1:${port}/`);
  }

  async asSuperuser<Row extends pg.QueryResultRow>(database: string, statement: string): Promise<Row[]> {
    const client = new pg.Client(this.#server.adminUrl(database));
    await client.connect();
    try {
      return (await client.query<Row>(statement)).rows;
    } finally {
      await client.end();
    }
  }

  async stop(): Promise<void> {
    await this.#server.stop();
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** Returns the statements that the script gives to psql, each with its database. */
function statementsOf(text: string, variables: Record<string, string | undefined>): [string, string][] {
  const sql = /<<'SQL'\n(.*)\nSQL\n/s.exec(text)?.[1] ?? '';
  const filled = sql.replace(/:'(\w+)'/g, (_, name: string) => pg.escapeLiteral(variables[name] ?? ''));
  return filled.split(/^\\connect /m).flatMap((part, index) => {
    const [, database = 'postgres', body = part] = index === 0 ? [] : (/^(\w+)\n(.*)$/s.exec(part) ?? []);
    return body
      .split(';')
      .filter((statement) => statement.trim() !== '')
      .map((statement): [string, string] => [database, statement]);
  });
}
