import { describe, expect, it } from 'vitest';
import { createNameMatcher } from './name-matcher.ts';

const matcher = createNameMatcher([
  ['Aspirin', ['aspirin']],
  ['阿司匹林', ['aspirin']],
  ['可的松', ['cortisone']],
  ['氢化可的松', ['hydrocortisone']],
  ['Vitamin D', ['vitamin-d']],
  ['co-amoxiclav', ['amoxicillin', 'clavulanic-acid']],
]);

describe('name matcher', () => {
  it.each([
    ['aspirin 100 mg once a day', ['aspirin'], []],
    ['ASPIRIN', ['aspirin'], []],
    ['阿司匹林肠溶片 100mg 每日1次', ['aspirin'], []],
    ['aspirin, 100 mg daily', ['aspirin'], []],
    ['阿司匹林，每日一次，长期服用', ['aspirin'], []],
    ['氢化可的松', ['hydrocortisone'], []],
    ['vitamin D and aspirin', ['vitamin-d', 'aspirin'], []],
    ['co-amoxiclav 625', ['amoxicillin', 'clavulanic-acid'], []],
    ['aspirin and dragon tea', ['aspirin'], ['dragon tea']],
    ['阿司匹林、神秘丸', ['aspirin'], ['神秘丸']],
    ['aspirin co-amoxiclav', ['aspirin', 'amoxicillin', 'clavulanic-acid'], []],
    ['aspirin dragon tea', ['aspirin'], ['dragon tea']],
    ['aspirinoid', [], ['aspirinoid']],
    ['', [], []],
  ])('finds the known names and the unknown rest in “%s”', (text, ids, unknownParts) => {
    expect(matcher.find(text)).toMatchObject({ ids, unknownParts, readings: [] });
  });

  it('reads a misspelt name as the only similar one, and reports the reading', () => {
    expect(matcher.find('asprin')).toMatchObject({
      ids: ['aspirin'],
      unknownParts: [],
      readings: [{ written: 'asprin', name: 'aspirin' }],
    });
  });

  it('limits the length of text that it reads', () => {
    expect(matcher.find(`${'x '.repeat(50_000)}aspirin`).ids).toEqual([]);
  });
});
