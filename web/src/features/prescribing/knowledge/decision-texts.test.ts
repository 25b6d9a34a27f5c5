import { expect, it } from 'vitest';
import { decisionActions, ruledTables } from '@yunzhen/shared/prescribing/knowledge.constants';
import { decisionTexts } from './decision-texts.ts';

it('never calls an imported pair content of the program, and names the program’s form for its own rules', () => {
  for (const signed of [null, ...decisionActions]) {
    const imported = JSON.stringify(decisionTexts({ table: 'imported-pairs', signed }));
    expect(imported).toContain('importedForm');
    expect(imported).not.toMatch(/[sS]hipped/);
    expect(JSON.stringify(decisionTexts({ table: ruledTables[0], signed }))).not.toMatch(/[iI]mported/);
  }
  expect(decisionTexts({ table: 'imported-pairs', signed: 'switch-off' }).accept).toBe(
    'knowledge.panel.acceptImported',
  );
  expect(decisionTexts({ table: 'imported-pairs', signed: 'accept' }).accept).toBe('knowledge.panel.accept');
});
