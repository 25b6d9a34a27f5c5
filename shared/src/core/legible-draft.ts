import type { FieldError } from './errors.ts';
import { legible, withoutBlanks } from './legible.ts';

/**
 * Returns the texts of a draft that look different from what they are, as `text` and `prose` reject them, by field. A draft of a release before that
 * rule may have them, and what is signed cannot change.
 */
export function illegibleIn(content: unknown, path = ''): FieldError[] {
  if (typeof content === 'string') {
    const seen = withoutBlanks(content);
    return legible(seen) === seen ? [] : [{ path, rule: 'unprintable' }];
  }
  if (typeof content !== 'object' || content === null) return [];
  return Object.entries(content).flatMap(([name, value]) => illegibleIn(value, path ? `${path}.${name}` : name));
}
