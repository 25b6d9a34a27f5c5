import { expect, it } from 'vitest';
import { loadCuratedFormulary } from '../../../catalogues/index.ts';
import { allergyNames } from './stated-names.ts';

const namesOf = (substance: string, substanceCode: string | null = null) =>
  allergyNames(loadCuratedFormulary(), [{ substance, substanceCode }])[0]?.map(({ en }) => en);

it('An allergy has the names of its substances, and of its class without the classes within', () => {
  expect(namesOf('青霉素')).toEqual(['Penicillins']);
  expect(namesOf('beta-lactams')).toHaveLength(1);
  expect(namesOf('阿莫西林、阿司匹林')).toEqual(['Amoxicillin', 'Acetylsalicylic acid']);
  expect(namesOf('that pink stuff', 'amoxicillin')).toEqual(['Amoxicillin']);
});

it.each(['某种草药', 'penicilin', '青霉素不过敏', '无'])(
  'An allergy that is not recognised for certain has none: %s',
  (substance) => {
    expect(namesOf(substance)).toEqual([]);
  },
);

it('The names of an allergy do not depend on others that were named before', () => {
  expect(namesOf('aspirin', ' amoxicillin')).toEqual(['Acetylsalicylic acid']);
  expect(namesOf('amoxicillin aspirin')).toEqual(['Amoxicillin', 'Acetylsalicylic acid']);
});
