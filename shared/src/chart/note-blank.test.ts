import { describe, expect, it } from 'vitest';
import { blanksIn, findBlank, sectionsWithBlanks, withoutEmptyPrompts } from './note-blank.ts';

describe('withoutEmptyPrompts', () => {
  it.each([
    ['Since: ***; fever: ***; cough: ***', ''],
    ['Since: 3 days; fever: ***; cough: none', 'Since: 3 days; cough: none'],
    ['Throat on video: redness ***, exudate yes, uvula ***', 'Throat on video: exudate yes'],
    ['Throat on video: redness ***, exudate ***', ''],
    ['时间：三天；发热：***；咳嗽或流涕：***', '时间：三天'],
    ['家中测量：体温 38.2、血氧 ***、脉搏 ***', '家中测量：体温 38.2'],
    ['Since: ***\nCoughs at night.\nBack: ***', 'Coughs at night.'],
    ['Medicines: amlodipine, ***', 'Medicines: amlodipine'],
    ['Rest, fluids ; no change', 'Rest, fluids ; no change'],
  ])('leaves out what was not filled in: %j', (text, left) => {
    expect(withoutEmptyPrompts(text)).toBe(left);
  });

  it.each([
    'Likely *** pneumonia',
    'Takes ***',
    'Side effects: cough, ankles, dizzy: ***',
    'Dose: *** mg twice a day',
    'Back: in *** days',
    'Looks well. Fever: ***',
    '一般情况好。发热：***',
  ])('keeps a sentence that would say something else: %j', (text) => {
    expect(withoutEmptyPrompts(text)).toBe(text);
    expect(blanksIn(text)).toMatchObject([{ droppable: false }]);
  });

  it('keeps text without blanks as it was typed', () => {
    const typed = ' Coughs ;  fever: \n\n* item **bold** ';
    expect(withoutEmptyPrompts(typed)).toBe(typed.trimEnd());
    expect(blanksIn(typed)).toEqual([]);
  });
});

it('blanks are named by what is asked', () => {
  const text = 'Since: ***; fever: ***\nThroat on video: redness ***, exudate yes\nLikely *** flu';
  expect(blanksIn(text).map(({ prompt }) => prompt)).toEqual(['Since', 'fever', 'redness', 'Likely  flu']);
});

it('findBlank finds the next blank and the one before', () => {
  const text = 'Since: ***; fever: ****';
  expect(findBlank(text, 0)).toEqual({ start: 7, end: 10 });
  expect(findBlank(text, 10)).toEqual({ start: 19, end: 23 });
  expect(findBlank(text, 23)).toBeNull();
  expect(findBlank(text, 19, true)).toEqual({ start: 7, end: 10 });
  expect(findBlank(text, 7, true)).toBeNull();
});

it('sectionsWithBlanks names the sections of a note that contain one', () => {
  expect(sectionsWithBlanks({ subjective: 'Since: ***', objective: '', assessment: 'Flu', plan: '***' })).toEqual([
    'subjective',
    'plan',
  ]);
});
