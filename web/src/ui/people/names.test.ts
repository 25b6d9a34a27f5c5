// @vitest-environment happy-dom
import { h } from 'vue';
import { beforeEach, expect, it } from 'vitest';
import { needTexts, provideTexts, setLocale } from '../../core/i18n/index.ts';
import { appTexts } from '../../app/texts/texts.ts';
import ComfortArea from '../../app/layouts/comfort-area.vue';
import { mounted } from '../testing/mounted.ts';
import LocalizedName from './localized-name.vue';
import PersonName from './person-name.vue';
import { useNames } from './use-names.ts';

const person = { name: '李伟', latin: 'Li Wei' };
const medicine = { name: { en: 'Amoxicillin', zh: '阿莫西林' } };
const both = () => [h(PersonName, person), ' / ', h(LocalizedName, medicine)];

/** The names as a sentence shows them. */
const sentence = {
  setup() {
    const { personName, thingName, thingNames } = useNames();
    const { name, latin: nameLatin } = person;
    return () =>
      `${personName({ name, nameLatin })} / ${thingName(medicine.name)} / ${thingNames([medicine.name, { en: 'Water', zh: '' }])}`;
  },
};

beforeEach(async () => {
  provideTexts(appTexts);
  await needTexts();
  await setLocale('en');
});

it('shows staff a name in their language with the original beside it', async () => {
  const page = await mounted({ render: both }, {});
  expect(page.text().trim()).toBe('Li Wei 李伟 / Amoxicillin 阿莫西林');
  expect(page.all('bdi').map(({ lang }) => lang)).toEqual(['', 'zh', 'zh']);
  await setLocale('zh-CN');
  await page.set({});
  expect(page.text().trim()).toBe('李伟 Li Wei / 阿莫西林 Amoxicillin');
  page.end();
});

it('shows patients a name in their language alone', async () => {
  const page = await mounted({ render: () => h(ComfortArea, both) }, {});
  expect(page.text().trim()).toBe('Li Wei / Amoxicillin');
  page.end();
});

it('names people and things in sentences with the original in brackets for staff, and without it for patients', async () => {
  const page = await mounted(sentence, {});
  expect(page.text()).toBe('Li Wei (李伟) / Amoxicillin (阿莫西林) / Amoxicillin (阿莫西林), Water');
  await setLocale('zh-CN');
  await page.set({});
  expect(page.text()).toBe('李伟 / 阿莫西林（Amoxicillin） / 阿莫西林（Amoxicillin）、Water');
  page.end();
  const ofPatient = await mounted({ render: () => h(ComfortArea, () => h(sentence)) }, {});
  expect(ofPatient.text()).toBe('李伟 / 阿莫西林 / 阿莫西林、Water');
  ofPatient.end();
});

it('shows both names of a thing to strangers where it is asked for', async () => {
  const page = await mounted({ render: () => h(ComfortArea, () => h(LocalizedName, { ...medicine, both: true })) }, {});
  expect(page.text().trim()).toBe('Amoxicillin 阿莫西林');
  page.end();
});
