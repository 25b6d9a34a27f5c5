import { z } from 'zod';
import { namedKey, pem, secret32 } from '../config/config.ts';
import { apiSettings } from '../config/settings.ts';
import { StartError } from './start-failure.ts';

const usable = z.object({
  ACCESS_TOKEN_SECRET: secret32,
  KEY_ENCRYPTION_KEY: namedKey.optional(),
  NODE_SECRET: apiSettings.shape.NODE_SECRET,
  TICKET_PRIVATE_KEY: pem,
  TICKET_PUBLIC_KEY: pem,
  VAPID_PRIVATE_KEY: pem.optional(),
  DATABASE_REQUEST_KEY: secret32,
});

/**
 * Checks the secrets of this machine's programs, so that a bad one is named before the database starts. Throws `StartError` with names, and the
 * file of those that the environment does not set; never with a value.
 */
export function assertSecretsAreUsable(
  secretOf: (name: keyof typeof usable.shape) => string | undefined,
  file: string,
  env: Readonly<Record<string, string | undefined>>,
): void {
  // Empty counts as not set, as for every setting.
  const given = usable.keyof().options.map((name) => [name, secretOf(name) || undefined]);
  const { error } = usable.safeParse(Object.fromEntries(given));
  if (!error) return;
  const lines = error.issues.map(({ path, message }) => {
    const name = String(path[0]);
    return `${name}${env[name] ? '' : ` in ${file}`}: expected ${message}`;
  });
  throw new StartError(lines.join('\n'));
}
