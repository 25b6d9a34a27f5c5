import { describe, expect, it } from 'vitest';
import { redFlagIds } from '../danger-signs/red-flag-rules.ts';
import { symptoms } from '../../../../web/src/features/intake/symptoms/symptoms.ts';
import { askedQuestions } from '../answers/answers.ts';
import { formOfSymptom, formsFor, isFor } from '../../../../web/src/features/intake/symptoms/choose-form.ts';
import { catalogueOf, intakeCatalogue } from './form-catalogue.ts';
import { intakeFormIds, type IntakeForm, type IntakeSubject } from './form.ts';
import { general } from './general.ts';
import { intakeForms } from './index.ts';
import { offeredForms } from './offered-forms.ts';

const man: IntakeSubject = { sex: 'male', age: 40 };
const girl: IntakeSubject = { sex: 'female', age: 4 };

/** Digests of released versions. */
const releases = {
  'fever 3': '46e7b770',
  'cough-throat 3': '04cc35f3',
  'skin 3': '26565d8f',
  'abdomen 3': '0639ea6c',
  'headache 3': '278e7124',
  'urinary 3': 'ce340ffd',
  'back-joint 3': 'fdb70985',
  'eye 3': '9038b02b',
  'ear 3': '808abf27',
  'ill-child 3': '50c11369',
  'womens-health 3': '57423d1e',
  'long-term 3': '4e79fb3d',
  'repeat-medicine 3': 'a7366128',
  'general 3': 'ddce77e0',
  'fever 2': '49366f25',
  'cough-throat 2': '10d17cd3',
  'skin 2': '8d82e486',
  'abdomen 2': '08ac46ed',
  'headache 2': '8c2f13c0',
  'urinary 2': '6bd6219d',
  'back-joint 2': 'a394f7a7',
  'eye 2': '238d5920',
  'ear 2': '09a996fb',
  'ill-child 2': '396f2bc8',
  'mood 2': 'f39654f4',
  'womens-health 2': 'ed601bf5',
  'long-term 2': '904d8881',
  'repeat-medicine 2': '85ac2202',
  'general 2': '94617f7f',
  'fever 1': '014f022b',
  'cough-throat 1': 'b3af575d',
  'skin 1': '3619a4e1',
  'abdomen 1': 'a1e60660',
  'headache 1': '2d16e849',
  'urinary 1': '38ceb14a',
  'back-joint 1': '8746217a',
  'eye 1': '0051658c',
  'ear 1': '0d93cb62',
  'ill-child 1': '58087695',
  'mood 1': '8d5927d9',
  'womens-health 1': 'cc325593',
  'long-term 1': 'ec6833dc',
  'repeat-medicine 1': '065dbd9d',
  'general 1': '571bdb21',
};

/** Computes FNV-1a of the form, to detect accidental changes. */
function digestOf(form: IntakeForm): string {
  let hash = 0x811c9dc5;
  for (const unit of JSON.stringify(form)) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

describe('the intake forms', () => {
  it('are offered in the present version', () => {
    for (const { id, version, title } of intakeCatalogue.current) expect(offeredForms[id]).toEqual({ version, title });
  });

  it('have one present version each, the highest', () => {
    expect(intakeCatalogue.current.map(({ id }) => id).toSorted()).toEqual([...intakeFormIds].toSorted());
  });

  it.each(intakeForms.map((form) => [`${form.id} ${form.version}`, form] as const))(
    '%s is consistent',
    (_name, form) => {
      const seen = new Set<string>();
      for (const question of form.questions) {
        expect(seen.has(question.id), question.id).toBe(false);
        // A question may depend only on earlier ones.
        const named = JSON.stringify(question.when ?? []).matchAll(/"question":"([\w-]+)"/g);
        for (const [, id = ''] of named) expect([...seen]).toContain(id);
        seen.add(question.id);
        expect(question.text.en, question.id).not.toBe('');
        expect(question.text.zh, question.id).toMatch(/\p{Script=Han}|%|[A-Z]/u);
        if ('choices' in question) {
          const ids = question.choices.map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
        }
        for (const { flag } of question.danger ?? []) expect(redFlagIds).toContain(flag);
      }
      // The page of danger signs asks everyone about all signs of these.
      const askedBefore = form.version >= 3 && ['long-term', 'repeat-medicine', 'general'].includes(form.id);
      expect(
        form.questions.some(({ danger }) => danger),
        'it asks for danger signs',
      ).toBe(!askedBefore);
      expect(form.source).not.toBe('');
    },
  );

  it('never change once they are released: another wording is another version', () => {
    expect(Object.fromEntries(intakeForms.map((form) => [`${form.id} ${form.version}`, digestOf(form)]))).toEqual(
      releases,
    );
  });

  it('ask a man nothing about a pregnancy', () => {
    const asked = intakeCatalogue.current.filter(({ id }) => isFor(id, man));
    expect(asked.flatMap((form) => askedQuestions(form, {}, man)).map(({ id }) => id)).not.toContain('pregnant');
  });
});

describe('versions of a form', () => {
  const older: IntakeForm = { ...general, version: 1, questions: general.questions.slice(0, 1) };
  const newer: IntakeForm = { ...general, version: 2 };

  it('are asked in the newest, in any order of declaration, and stay readable in each', () => {
    const catalogue = catalogueOf([newer, older]);
    expect(catalogue.now('general')).toBe(newer);
    expect(catalogue.current).toEqual([newer]);
    expect(catalogue.find('general', 1)).toBe(older);
    expect(catalogue.find('general', 3)).toBeUndefined();
    expect(catalogue.find('constructor', 1)).toBeUndefined();
  });
});

describe('choosing a form', () => {
  it('asks about each recognised symptom', () => {
    expect(Object.keys(formOfSymptom).toSorted()).toEqual(symptoms.map(({ name }) => name.en).toSorted());
  });

  it.each([
    ['cough for three days', ['cough-throat']],
    ['咳嗽三天，有点发烧', ['cough-throat', 'fever']],
    ['Fever since yesterday and a headache', ['fever', 'headache']],
    ['复诊高血压，想续药', ['repeat-medicine', 'long-term']],
    ['I need a refill of my tablets', ['repeat-medicine']],
    // "heart" and "years" contain "ear".
    ['my heart has been fine for years', []],
    ['something else', []],
  ] as const)('%j → %j', (complaint, expected) => {
    expect(formsFor(complaint, man)).toEqual(expected);
  });

  it('chooses the child’s form for a child with a fever', () => {
    expect(formsFor('发烧两天', girl)).toEqual(['ill-child']);
    expect(formsFor('my child has a fever', girl)).toEqual(['ill-child']);
    expect(formsFor('孩子发烧', man)).toEqual(['fever']);
  });
});
