import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export type Environment = Record<string, string>;

export interface ComposeService {
  environment?: Record<string, string | number>;
  command?: string[];
  ports?: string[];
  profiles?: string[];
  stop_grace_period?: string;
  ulimits?: { nofile?: { soft: number; hard: number } };
}

const root = join(import.meta.dirname, '../..');

export const { services } = parse(readFileSync(join(root, 'docker-compose.yml'), 'utf8'), { merge: true }) as {
  services: Record<string, ComposeService>;
};

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
  const written = Object.entries(services[service]?.environment ?? {});
  const filled = written.map(([name, value]) => [name, fill(String(value), env)]);
  return { ...image, ...Object.fromEntries(filled) };
}

/** Replaces `${NAME}`, `${NAME:-default}`, `${NAME-default}` and `${NAME:?}` like docker compose. */
function fill(text: string, env: Environment): string {
  const filled = text.replace(/\$\{(\w+)(?:(:?)-([^}]*))?[^}]*\}/g, (_, name: string, orEmpty = ':', standard = '') =>
    orEmpty ? env[name] || standard : (env[name] ?? standard),
  );
  return filled.replace(/\$(\w+)/g, (_, name: string) => env[name] ?? '');
}
