import { existsSync } from 'node:fs';
import { checkRegistry as real } from '../check-registry.ts';
import type { SafetyCheck } from '../safety-check.ts';

const never = new Int32Array(new SharedArrayBuffer(4));

/**
 * The real checks, which misbehave when a line id or the reaction of an allergy says so. `hangs:dose` blocks, `throws:age` throws, `dies:renal`
 * exits, `spins:dose` loops on one core, and `waits:dose:/a/file` blocks until the file exists.
 */
export const checkRegistry: readonly SafetyCheck[] = real.map((check) => ({
  name: check.name,
  run(context) {
    const { items, allergies } = context.input;
    const words = [...items.map(({ id }) => id), ...allergies.map(({ reaction }) => reaction ?? '')].join(' ');
    if (words.includes(`throws:${check.name}`)) throw new Error('the table is gone');
    if (words.includes(`dies:${check.name}`)) process.exit(1);
    while (words.includes(`spins:${check.name}`));
    if (words.includes(`hangs:${check.name}`)) Atomics.wait(never, 0, 0);
    const awaited = new RegExp(`waits:${check.name}:(\\S+)`).exec(words)?.[1];
    while (awaited !== undefined && !existsSync(awaited)) Atomics.wait(never, 0, 0, 10);
    return check.run(context);
  },
}));
