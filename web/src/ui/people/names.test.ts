// @vitest-environment happy-dom
import { h } from 'vue';
import { beforeEach, expect, it } from 'vitest';
import { needTexts, provideTexts, setLocale } from '../../core/i18n/index.ts';
import { appTexts } from '../../app/texts/texts.ts';
import ComfortArea from '../../app/layouts/comfort-area.vue';
import { mounted } from '../testing/mounted.ts';
import LocalizedName from './localized-name.vue';
import PersonName from './person-name.vue';

const person = { name: '李伟', latin: 'Li Wei' };
const medicine = { name: { en: 'Amoxicillin', zh: '阿莫西林' } };
const both = () => [h(PersonName, person), ' / ', h(LocalizedName, medicine)];

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
