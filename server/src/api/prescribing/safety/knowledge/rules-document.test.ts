import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { rulesDocument } from './rules-document.ts';

it('safety-rules.md says what the data say; if not: node scripts/curation/write-rules-document.ts', () => {
  expect(
    readFileSync(new URL('../../../../../../docs/generated/safety-rules.md', import.meta.url), 'utf8') ===
      rulesDocument(),
  ).toBe(true);
});
