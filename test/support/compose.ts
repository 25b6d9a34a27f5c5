import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export type Environment = Record<string, string>;

export interface ComposeService {
  environment?: Record<string, string | number>;
  command?: string[];
  ports?: string[];
  volumes?: (string | Record<string, unknown>)[];
  profiles?: string[];
  stop_grace_period?: string;
  healthcheck?: { test: string[]; start_period?: string };
  depends_on?: unknown;
  ulimits?: { nofile?: { soft: number; hard: number } };
}

const root = join(import.meta.dirname, '../..');

/** Returns a compose file of this tree as it is written. */
export const composeFile = (path: string) =>
  parse(readFileSync(join(root, path), 'utf8'), { merge: true }) as {
    name: string;
    services: Record<string, ComposeService>;
    volumes: Record<string, unknown>;
  };

export const { services } = composeFile('docker-compose.yml');

/** Runs docker/make-env.mjs and returns its settings, parsed like an .env file; with those that it only proposes on request. */
export function makeEnv(proposed: 'with proposed' | 'as printed'): Environment {
  const printed = execFileSync(
    process.execPath,
    [join(root, 'docker/make-env.mjs'), 'clinic.example.org', '203.0.113.7'],
    { encoding: 'utf8' },
  );
  const form = proposed === 'with proposed' ? /^(?:# )?(\w+)=("?)(.*)\2$/ : /^(\w+)=("?)(.*)\2$/;
  const matches = printed.split('\n').map((line) => form.exec(line));
  return Object.fromEntries(
    matches
      .filter((match) => match !== null)
      .map(([, name = '', quote, value = '']) => [name, quote ? value.replaceAll('\\n', '\n') : value]),
  );
}

/** The environment that docker/Dockerfile sets. */
export const image = { NODE_ENV: 'production', HOST: '0.0.0.0', DATA_DIR: '/data' };

/** Returns the environment of a container with that .env file, including its image's. */
export function environmentOf(service: string, env: Environment): Environment {
  return { ...image, ...filled(services[service]?.environment ?? {}, env) };
}

/** Returns what a compose file writes into an environment, with that .env file. */
export const filled = (written: NonNullable<ComposeService['environment']>, env: Environment): Environment =>
  Object.fromEntries(Object.entries(written).map(([name, value]) => [name, fill(String(value), env)]));

/** Replaces `${NAME}`, `${NAME:-default}`, `${NAME-default}` and `${NAME:?}` like docker compose. */
function fill(text: string, env: Environment): string {
  const replaced = text.replace(/\$\{(\w+)(?:(:?)-([^}]*))?[^}]*\}/g, (_, name: string, orEmpty = ':', standard = '') =>
    orEmpty ? env[name] || standard : (env[name] ?? standard),
  );
  return replaced.replace(/\$(\w+)/g, (_, name: string) => env[name] ?? '');
}
