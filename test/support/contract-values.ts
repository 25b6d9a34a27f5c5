import type { z } from 'zod';
import { zocker } from 'zocker';

/** Returns a value that the schema accepts, the same for the same seed. Rules that no generator can read may still reject it. */
export function valueFor(schema: z.ZodType, seed: number): unknown {
  let value: unknown;
  for (let attempt = 0; attempt < 8; attempt++) {
    value = zocker(schema)
      .setSeed(seed * 8 + attempt)
      .generate();
    if (schema.safeParse(value).success) return value;
  }
  return value;
}

/** Returns the address of a route with its parameters and query. */
export function addressOf(path: string, params: Record<string, unknown>, query: Record<string, unknown> = {}): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(textOf(params[name]).toWellFormed()));
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, textOf(value)]])),
  ).toString();
  return search ? `${filled}?${search}` : filled;
}

const textOf = (value: unknown): string =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
