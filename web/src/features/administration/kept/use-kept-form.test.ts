// @vitest-environment happy-dom
import { effectScope, nextTick, shallowRef, type EffectScope } from 'vue';
import { afterEach, expect, it, vi } from 'vitest';
import { sessionTokens } from '../../../core/api/index.ts';
import { tabDrafts } from '../../../core/autosave/tab/index.ts';
import { useKeptForm } from './use-kept-form.ts';

interface Stored {
  name: string;
  version: number;
}
const stored = shallowRef<Stored>();
const account = (id: string) => ({ account: { id } }) as NonNullable<ReturnType<typeof sessionTokens.current>>;
let scope: EffectScope;

/** Opens the form as a page does, which also ends the page before. */
function opened() {
  scope?.stop();
  scope = effectScope();
  const form = scope.run(() =>
    useKeptForm('form', {
      stored: () => stored.value,
      draftOf: ({ name }) => ({ name }),
      versionOf: ({ version }) => String(version),
    }),
  );
  if (!form) throw new Error('scope has ended');
  return form;
}
async function type(form: ReturnType<typeof opened>, name: string) {
  if (form.draft.value) form.draft.value.name = name;
  await nextTick();
}

afterEach(async () => {
  vi.restoreAllMocks();
  scope.stop();
  stored.value = undefined;
  await tabDrafts.forget();
});

it('A kept form shows typed values when its page is opened again, until they are discarded', async () => {
  stored.value = { name: 'Lakeside', version: 1 };
  await type(opened(), 'Lakeside Family');
  const again = opened();
  expect([again.draft.value?.name, again.changed.value, again.outdated.value]).toEqual([
    'Lakeside Family',
    true,
    false,
  ]);
  again.discard();
  await nextTick();
  expect([again.changed.value, opened().draft.value?.name]).toEqual([false, 'Lakeside']);
});

it('A kept form without typed values follows the server', async () => {
  const form = opened();
  expect(form.draft.value).toBeNull();
  stored.value = { name: 'Lakeside', version: 1 };
  await nextTick();
  stored.value = { name: 'Lake Hospital', version: 2 };
  await nextTick();
  expect([form.draft.value?.name, form.changed.value, form.outdated.value]).toEqual(['Lake Hospital', false, false]);
});

it('A kept form says that what it began from was changed by someone else, also after its page is opened again', async () => {
  stored.value = { name: 'Lakeside', version: 1 };
  const form = opened();
  await type(form, 'Lakeside Family');
  stored.value = { name: 'Lake Hospital', version: 2 };
  await nextTick();
  expect([form.draft.value?.name, form.outdated.value, form.basis.value]).toEqual(['Lakeside Family', true, '1']);
  expect(opened().outdated.value).toBe(true);
});

it('A kept form keeps what was typed while it was being saved', async () => {
  stored.value = { name: 'Lakeside', version: 1 };
  const form = opened();
  await type(form, 'Lakeside Family');
  const sent = form.sent();
  await type(form, 'Lakeside Family Clinic');
  stored.value = { name: 'Lakeside Family', version: 2 };
  await nextTick();
  form.saved(stored.value, sent);
  await nextTick();
  expect([form.draft.value?.name, form.outdated.value]).toEqual(['Lakeside Family Clinic', false]);
  form.saved(stored.value, form.sent());
  expect(form.changed.value).toBe(false);
});

it('A kept form does not show what another account typed in this tab', async () => {
  const current = vi.spyOn(sessionTokens, 'current').mockReturnValue(account('one'));
  stored.value = { name: 'Lakeside', version: 1 };
  await type(opened(), 'Lakeside Family');
  expect(opened().draft.value?.name).toBe('Lakeside Family');
  current.mockReturnValue(account('other'));
  stored.value = { name: 'Wuzhen', version: 1 };
  const form = opened();
  expect([form.draft.value?.name, form.changed.value]).toEqual(['Wuzhen', false]);
});

it('A kept form has the fields of this release, also when an earlier release stored it', () => {
  vi.spyOn(sessionTokens, 'current').mockReturnValue(account('one'));
  const draft = { name: 'Lakeside Family', removed: true };
  tabDrafts.setItem('form', JSON.stringify({ draft, from: '{}', version: '1', person: 'one' }));
  stored.value = { name: 'Lakeside', version: 1 };
  expect(opened().draft.value).toEqual({ name: 'Lakeside Family' });
});
