// @vitest-environment happy-dom
import { createPinia } from 'pinia';
import { PiniaColada } from '@pinia/colada';
import { createApp, h, nextTick, shallowRef } from 'vue';
import type { ConsentDraft } from '@yunzhen/shared/administration/consent-texts.contract';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { appTexts } from '../../../app/texts/texts.ts';
import { tabDrafts } from '../../../core/autosave/tab/index.ts';
import { needTexts, provideTexts, setLocale } from '../../../core/i18n/index.ts';
import ConsentDraftForm from './consent-draft-form.vue';

const wording = (title: string) => ({ title, paragraphs: ['One.', 'Two.'] });
const draft = (version: number, title: string): ConsentDraft => ({
  version,
  wordings: { en: wording(title), 'zh-CN': wording('知情同意书') },
  savedAt: '2026-11-01T00:00:00.000Z',
  savedBy: null,
});
const given = shallowRef<ConsentDraft>();
function opened() {
  const root = document.body.appendChild(document.createElement('div'));
  const app = createApp(() =>
    h(ConsentDraftForm, { kind: 'visit-consent', draft: given.value ?? null, before: undefined }),
  );
  app.use(createPinia()).use(PiniaColada).mount(root);
  return {
    root,
    text: () => root.textContent.replaceAll(/\s+/g, ' '),
    end() {
      app.unmount();
      root.remove();
    },
  };
}

let page: ReturnType<typeof opened>;
beforeEach(async () => {
  provideTexts(appTexts);
  await setLocale('en');
  await needTexts(['administration', 'account']);
});
afterEach(async () => {
  page.end();
  await tabDrafts.forget();
});
const title = () => page.root.querySelector('input[lang="en"]') as HTMLInputElement;

it('a consent text that was typed stays after leaving the page, also when someone else has saved another one', async () => {
  given.value = draft(1, 'Consent');
  page = opened();
  await expect.poll(() => title().value).toBe('Consent');
  title().value = 'Consent to a video visit';
  title().dispatchEvent(new Event('input'));
  await expect.poll(() => page.text()).toContain('Not saved. Changes stay in this tab.');
  page.end();
  page = opened();
  await expect.poll(() => title().value).toBe('Consent to a video visit');
  expect(page.text()).not.toContain('This was changed by someone else');
  given.value = draft(2, 'Agreement');
  await nextTick();
  expect(title().value).toBe('Consent to a video visit');
  expect(page.text()).toContain('This was changed by someone else');
}, 60_000);
