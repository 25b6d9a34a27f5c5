import { describe, expect, it } from 'vitest';
import { createExpander } from './medicine-class.ts';
import { buildInteractionIndex } from './interaction-index.ts';
import type { InteractionRule } from './interaction-rule.ts';

const rule = (id: string, a: string[], b: string[], severity: InteractionRule['severity']): InteractionRule => ({
  id,
  a,
  b,
  severity,
  evidence: 'established',
  mechanism: { en: 'm', zh: 'm' },
  advice: { en: 'a', zh: 'a' },
  source: 's',
  confidence: 'sure',
  note: '',
});
const expand = createExpander([
  { id: 'x', en: 'X', zh: 'X', members: ['x1', 'x2', 'x3'] },
  { id: 'y', en: 'Y', zh: 'Y', members: ['y1', 'x1'] },
]);

describe('interaction index', () => {
  it('expands classes and finds a pair in either order', () => {
    const index = buildInteractionIndex([rule('r', ['class:x', 'z'], ['class:y'], 'serious')], expand);
    expect(index.between('x2', 'y1')?.id).toBe('r');
    expect(index.between('y1', 'z')?.id).toBe('r');
    expect(index.between('x2', 'x3')).toBeUndefined();
    // x1, x2, x3, z with y1, and x2, x3, z with x1.
    expect(index.pairs).toBe(7);
  });

  it('counts each pair within a class once, and no ingredient with itself', () => {
    const index = buildInteractionIndex([rule('r', ['class:x'], ['class:x'], 'minor')], expand);
    expect(index.pairs).toBe(3);
    expect(index.between('x1', 'x1')).toBeUndefined();
  });

  it('returns the most severe rule, in any order of the table', () => {
    const mild = rule('mild', ['x1'], ['y1'], 'minor');
    const grave = rule('grave', ['y1'], ['x1'], 'contraindicated');
    expect(buildInteractionIndex([mild, grave], expand).between('x1', 'y1')?.id).toBe('grave');
    expect(buildInteractionIndex([grave, mild], expand).between('x1', 'y1')?.id).toBe('grave');
  });

  it('knows the ingredients that a rule names, and no others', () => {
    const index = buildInteractionIndex([rule('r', ['class:x'], ['z'], 'minor')], expand);
    expect(index.knows('x3')).toBe(true);
    expect(index.knows('y1')).toBe(false);
  });

  it('rejects a class that does not exist', () => {
    expect(() => buildInteractionIndex([rule('r', ['class:none'], ['z'], 'minor')], expand)).toThrow(
      /class:none does not exist/,
    );
  });
});
