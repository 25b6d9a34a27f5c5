import { expect, it } from 'vitest';
import { shippedTables } from '../safety/knowledge/knowledge-tables.ts';
import { tablesOfRelease } from '../safety/knowledge/released-knowledge.ts';
import { differencesOf } from './decided-tables.ts';
import { releaseContent } from './release-json.ts';

it('finds no difference between the shipped rows and a release of them', () => {
  const { tables } = tablesOfRelease(releaseContent(shippedTables(), 'test', []));
  expect(differencesOf(shippedTables(), tables)).toEqual([]);
});
