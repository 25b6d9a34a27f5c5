import { z } from 'zod';
import { addressRanges } from './address-ranges.ts';

/** A setting that is missing or wrong: names the setting and what was expected, never the value (it may be a secret). */
export class ConfigError extends Error {
  constructor(problems: readonly string[]) {
    super(`Configuration is not usable:\n${problems.map((line) => `  ${line}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/**
 * Reads settings from the environment once, checks them and freezes them. Empty strings count as not set, so that an
 * `.env` line without a value means the default.
 */
export function readConfig<Schema extends z.ZodObject>(
  schema: Schema,
  env: Readonly<Record<string, string | undefined>>,
): Readonly<z.output<Schema>> {
  const given = Object.fromEntries(Object.entries(env).filter(([name, value]) => name in schema.shape && value !== ''));
  const result = schema.safeParse(given);
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

export const url = z.url({ error: 'an absolute URL' }).transform((value) => value.replace(/\/$/, ''));

/** A secret of exactly 32 bytes in base64, e.g. from `openssl rand -base64 32`. */
export const secret32 = z
  .string({ error: '32 bytes in base64 (openssl rand -base64 32)' })
  .transform((value) => Buffer.from(value, 'base64'))
  .refine((bytes) => bytes.length === 32, { error: '32 bytes in base64 (openssl rand -base64 32)' });

export const pem = z
  .string({ error: 'a key in PEM form' })
  .transform((value) => value.replaceAll('\\n', '\n'))
  .refine((value) => value.includes('-----BEGIN '), { error: 'a key in PEM form' });

export const ranges = z.string().transform((value, context) => {
  try {
    return addressRanges(value);
  } catch {
    context.addIssue({ code: 'custom', message: 'addresses or ranges such as 10.0.0.0/8, separated by spaces' });
    return z.NEVER;
  }
});
