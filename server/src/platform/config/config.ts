import { z } from 'zod';
import { trustedProxies } from './address-ranges.ts';
import { withoutOutgoing } from './isolation.ts';

/** A missing or invalid setting: names the setting and what was expected, never the value, which may be a secret. */
export class ConfigError extends Error {
  constructor(problems: readonly string[]) {
    super(`Configuration is not usable:\n${problems.map((line) => `  ${line}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/**
 * Reads settings from the environment once, validates and freezes them. Empty strings count as not set, so an `.env` line without a value means the
 * default. A program that knows `ISOLATED` gets no setting that leads outside while it is set.
 */
export function readConfig<Schema extends z.ZodObject>(
  schema: Schema,
  env: Readonly<Record<string, string | undefined>>,
): Readonly<z.output<Schema>> {
  const given = Object.fromEntries(Object.entries(env).filter(([name, value]) => name in schema.shape && value !== ''));
  const result = schema.safeParse(withoutOutgoing(given));
  if (!result.success) {
    throw new ConfigError(
      result.error.issues.map((issue) => `${issue.path.join('.') || 'settings'}: expected ${issue.message}`),
    );
  }
  return Object.freeze(result.data);
}

export const port = (standard: number) =>
  z.coerce.number({ error: 'a port number' }).int().min(0).max(65_535).default(standard).describe('a port number');

export const flag = z
  .enum(['true', 'false', '1', '0'], { error: '"true" or "false"' })
  .transform((value) => value === 'true' || value === '1');

export const url = z
  .url({ protocol: /^https?$/, error: 'an absolute http or https URL' })
  .transform((value) => value.replace(/\/$/, ''));

/** A secret of exactly 32 bytes in base64, e.g. from `openssl rand -base64 32`. */
export const secret32 = z
  .string({ error: '32 bytes in base64 (openssl rand -base64 32)' })
  .transform((value) => Buffer.from(value, 'base64'))
  .refine((bytes) => bytes.length === 32, { error: '32 bytes in base64 (openssl rand -base64 32)' });

const namedKeyText =
  '32 bytes in base64 (openssl rand -base64 32), with a name and a colon before them when it is not the first key';

/** Parses `<base64>`, which is named `kek-1`, or `<id>:<base64>`. Returns null for anything else. */
export function readNamedKey(text: string): { id: string; key: Buffer } | null {
  const [, id = 'kek-1', base64 = ''] = /^(?:([A-Za-z0-9_-]{1,64}):)?([A-Za-z0-9+/]{43}=)$/.exec(text.trim()) ?? [];
  const key = Buffer.from(base64, 'base64');
  return key.length === 32 ? { id, key } : null;
}

/** Parses keys as `readNamedKey` does, separated by white space. Returns null when one is invalid or two share a name. */
export function readNamedKeys(text: string): { id: string; key: Buffer }[] | null {
  const keys = text.split(/\s+/).filter(Boolean).map(readNamedKey);
  const good = keys.filter((key) => key !== null);
  return good.length === keys.length && new Set(good.map(({ id }) => id)).size === good.length ? good : null;
}

export const namedKey = z
  .string({ error: namedKeyText })
  .transform(readNamedKey)
  .pipe(z.custom<{ id: string; key: Buffer }>((key) => key !== null, { error: namedKeyText }));

export const namedKeys = z
  .string()
  .transform(readNamedKeys)
  .pipe(z.custom<{ id: string; key: Buffer }[]>((keys) => keys !== null, { error: `keys, each ${namedKeyText}` }));

export const pem = z
  .string({ error: 'a key in PEM form' })
  .transform((value) => value.replaceAll('\\n', '\n'))
  .refine((value) => value.includes('-----BEGIN '), { error: 'a key in PEM form' });

export const proxies = z.string().transform((value, context) => {
  try {
    return trustedProxies(value);
  } catch {
    context.addIssue({
      code: 'custom',
      message:
        '"false", the number of proxies in front, or their addresses and ranges such as 10.0.0.0/8, separated by spaces',
    });
    return z.NEVER;
  }
});
