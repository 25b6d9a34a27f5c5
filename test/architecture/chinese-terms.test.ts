import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './cruise.ts';

const files = globSync(['web/src/**/*.zh-CN.ts', 'web/src/app/texts/zh-CN/*.ts', '{server,shared}/src/**/*.ts'], {
  cwd: root,
});

/** Terms that the glossary gives another word, and texts in which they are right. */
const replaced: readonly { term: RegExp; use: string; except?: RegExp }[] = [
  { term: /医生在线/, use: '接诊中' },
  { term: /紧急调阅/, use: '紧急访问' },
  { term: /签署/, use: '签名', except: /knowledge\.|rules\.zh-CN|audit-actions\.zh-CN|知情同意/ },
  { term: /签发[^，。']{0,6}处方|处方[^，。']{0,4}签发|所签发/, use: '签名' },
];

it.each(replaced)('Chinese texts say $use, not $term', ({ term, except }) => {
  expect(files.length).toBeGreaterThan(100);
  const found = files.flatMap((path) =>
    readFileSync(join(root, path), 'utf8')
      .split('\n')
      .filter((line) => term.test(line) && !except?.test(`${path} ${line}`))
      .map((line) => `${path}: ${line.trim()}`),
  );
  expect(found).toEqual([]);
});
