// Prints the Secrets of the Helm chart with fresh values: node docker/helm/make-secrets.mjs DOMAIN DATABASE_HOST CA_FILE > secrets.yaml
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const [domain, database, trust] = process.argv.slice(2);
const withoutFile = { '--public-ca': '?sslmode=verify-full', '--without-tls': '' };
if (!domain || !database || !trust || (trust.startsWith('--') && !(trust in withoutFile))) {
  process.stderr.write('Usage: node docker/helm/make-secrets.mjs DOMAIN DATABASE_HOST CA_FILE > secrets.yaml\n');
  process.stderr.write(
    'DATABASE_HOST is the name of the Postgres server in its certificate, with :PORT if it is not 5432.\n',
  );
  process.stderr.write('CA_FILE has the certificate (PEM) of the authority that signed it. In its place may be:\n');
  process.stderr.write('--public-ca    a public authority signed it\n');
  process.stderr.write(
    '--without-tls  connections are neither encrypted nor verified: only over a network that is both\n',
  );
  process.exit(1);
}
const authority = trust in withoutFile ? undefined : readFileSync(trust, 'utf8');
if (authority !== undefined && !authority.includes('BEGIN CERTIFICATE')) {
  process.stderr.write(`${trust} has no certificate in PEM form\n`);
  process.exit(1);
}
// Where the chart mounts the Secret secrets.databaseCa.
const query = withoutFile[trust] ?? '?sslmode=verify-full&sslrootcert=/database-ca/ca.crt';

const makeEnv = new URL('../make-env.mjs', import.meta.url).pathname;
// The address is for docker compose only.
const printed = execFileSync(process.execPath, [makeEnv, domain, '127.0.0.1'], { encoding: 'utf8' });
const made = Object.fromEntries(
  [...printed.matchAll(/^(\w+)=("?)(.*)\2$/gm)].map(([, name, , value]) => [name, value.replaceAll('\\n', '\n')]),
);
const address = (role, password) => `postgres://${role}:${password}@${database}/yunzhen${query}`;
const databases = {
  DATABASE_URL: address('yunzhen_api', made.API_DATABASE_PASSWORD),
  OPERATOR_DATABASE_URL: address('yunzhen_operators', made.OPERATOR_DATABASE_PASSWORD),
  DATABASE_REQUEST_KEY: made.DATABASE_REQUEST_KEY,
};
const secrets = {
  // For docker/postgres/create-roles.sh on the database server; delete it afterwards.
  'yunzhen-roles': { OWNER_PASSWORD: made.OWNER_DATABASE_PASSWORD, API_PASSWORD: made.API_DATABASE_PASSWORD },
  'yunzhen-migrate': { ...databases, DATABASE_OWNER_URL: address('yunzhen_owner', made.OWNER_DATABASE_PASSWORD) },
  'yunzhen-api': {
    ...databases,
    ACCESS_TOKEN_SECRET: made.ACCESS_TOKEN_SECRET,
    KEY_ENCRYPTION_KEY: made.KEY_ENCRYPTION_KEY,
    TICKET_PRIVATE_KEY: made.TICKET_PRIVATE_KEY,
    NODE_SECRET: made.NODE_SECRET,
    TURN_SECRET: made.TURN_SECRET,
    VAPID_PRIVATE_KEY: made.VAPID_PRIVATE_KEY,
  },
  ...(authority === undefined ? {} : { 'yunzhen-database-ca': { 'ca.crt': authority } }),
  'yunzhen-media': { NODE_SECRET: made.NODE_SECRET, TICKET_PUBLIC_KEY: made.TICKET_PUBLIC_KEY },
};
const documents = Object.entries(secrets).map(([name, stringData]) => ({
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name },
  type: 'Opaque',
  stringData,
}));
process.stdout.write('# Keep a copy in a safe place: without KEY_ENCRYPTION_KEY the hospital can no longer sign.\n');
// JSON is YAML.
process.stdout.write(documents.map((one) => `---\n${JSON.stringify(one, null, 2)}\n`).join(''));
