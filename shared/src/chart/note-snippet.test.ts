import { describe, expect, it } from 'vitest';
import { expandSnippet, snippetTrigger } from './note-snippet.ts';

const snippets = new Map([
  ['.htn', 'BP at home twice a day'],
  ['.高血压', '每日两次家庭血压监测'],
]);
/** The bar marks the caret. */
const typed = (marked: string) => {
  const caret = marked.indexOf('|');
  const result = expandSnippet(marked.replace('|', ''), caret, snippets);
  return result && `${result.text.slice(0, result.caret)}|${result.text.slice(result.caret)}`;
};

describe('a snippet', () => {
  it.each([
    ['.htn |', 'BP at home twice a day|'],
    ['.HTN\n|', 'BP at home twice a day|'],
    ['rest; .htn |and fluids', 'rest; BP at home twice a day|and fluids'],
    ['(.htn |', '(BP at home twice a day|'],
    ['复诊。.高血压 |', '复诊。每日两次家庭血压监测|'],
    ['计划.高血压 |', '计划每日两次家庭血压监测|'],
  ])('replaces its trigger: %j', (before, after) => {
    expect(typed(before)).toBe(after);
  });

  it.each(['.htn|', '.htnx |', 'end of sentence.htn |', '3.5 |', '|.htn ', '.htn  |', '. |', 'a.b |', ' |'])(
    'ignores what is not a trigger: %j',
    (before) => {
      expect(typed(before)).toBeNull();
    },
  );
});

it.each([
  ['.htn', true],
  ['.高血压', true],
  ['.dm-2', true],
  ['htn', false],
  ['.', false],
  ['.a b', false],
  ['.aaaaaaaaaaaaaaaaaaaaa', false],
])('snippet trigger %j: %s', (trigger, holds) => {
  expect(snippetTrigger.test(trigger)).toBe(holds);
});
