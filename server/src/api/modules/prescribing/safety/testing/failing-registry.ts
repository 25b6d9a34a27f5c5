import { existsSync } from 'node:fs';
import { checkRegistry as real } from '../check-registry.ts';
import type { SafetyCheck } from '../safety-check.ts';

/**
 * The real checks; where a line or an allergy of the patient says `hangs:dose`, `throws:age` or `dies:renal`, that check does so.
 * `waits:dose:/a/file` hangs until there is such a file.
 */
export const checkRegistry: readonly SafetyCheck[] = real.map((check) => ({
  name: check.name,
  run(context) {
    const { items, allergies } = context.input;
    const words = [...items.map(({ id }) => id), ...allergies.map(({ substance }) => substance)].join(' ');
    if (words.includes(`throws:${check.name}`)) throw new Error('the table is gone');
    if (words.includes(`dies:${check.name}`)) process.exit(1);
    while (words.includes(`hangs:${check.name}`));
    const awaited = new RegExp(`waits:${check.name}:(\\S+)`).exec(words)?.[1];
    while (awaited !== undefined && !existsSync(awaited));
    return check.run(context);
  },
}));
