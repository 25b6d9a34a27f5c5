// @vitest-environment happy-dom
import { createApp, h, nextTick, shallowRef, type App } from 'vue';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { appTexts } from '../../app/texts/texts.ts';
import { needTexts, provideTexts, setLocale } from '../../core/i18n/index.ts';
import ConfirmDialog from '../forms/confirm-dialog.vue';
import { UiDialog } from '../kit/index.ts';
import NoticeList from './notice-list.vue';
import { dismissNotice, notices, useNotices } from './use-notices.ts';

const open = shallowRef(false);
const onOpen = { 'onUpdate:open': (now: boolean) => (open.value = now) };
let app: App;

beforeAll(async () => {
  provideTexts(appTexts);
  await setLocale('en');
  await needTexts();
}, 60_000);
beforeEach(() => {
  open.value = false;
});
afterEach(() => {
  app.unmount();
  for (const { id } of notices.value) dismissNotice(id);
  document.body.replaceChildren();
});

function mount(dialog: () => ReturnType<typeof h>): void {
  app = createApp(() => [dialog(), h(NoticeList)]);
  app.mount(document.body.appendChild(document.createElement('div')));
}
const notice = () => document.querySelector<HTMLElement>('[data-testid=notice]');

it('A press on a notice does not close the dialog below it, and keeps the notice when the dialog closes', async () => {
  mount(() => h(UiDialog, { open: open.value, ...onOpen, title: 'People' }));
  const { info } = useNotices();
  info('Already shown');
  open.value = true;
  await expect.poll(() => notice()?.closest('[role=dialog]')).toBeTruthy();
  // The dialog listens for presses outside from the next task on.
  await new Promise((done) => setTimeout(done));
  const press = () => new Event('pointerdown', { bubbles: true });
  notice()?.querySelector('button')?.dispatchEvent(press());
  await nextTick();
  await nextTick();
  expect(open.value).toBe(true);
  document.body.dispatchEvent(press());
  await expect.poll(() => open.value).toBe(false);
  await expect.poll(() => notice()?.closest('[role=dialog]')).toBeNull();
  expect(notice()?.isConnected).toBe(true);
});

it('A notice is part of the browser’s own modal dialog, because nothing outside of it can be pressed', async () => {
  const work = () => Promise.resolve();
  mount(() => h(ConfirmDialog, { open: open.value, ...onOpen, title: 'Sure?', text: '', confirmLabel: 'Yes', work }));
  open.value = true;
  await expect.poll(() => document.querySelector('dialog')?.open).toBe(true);
  useNotices().info('Not saved');
  await expect.poll(() => notice()?.closest('dialog')).toBeTruthy();
  open.value = false;
  await expect.poll(() => notice()?.closest('dialog')).toBeNull();
  expect(notice()?.isConnected).toBe(true);
});

it('Notices are raised above a dialog and full screen, and are not hidden and shown again when one comes or goes', async () => {
  mount(() => h(UiDialog, { open: open.value, ...onOpen, title: 'People' }));
  const layer = document.querySelector<HTMLElement>('[aria-live=polite]');
  if (!layer) throw new Error('no live region');
  const [hidePopover, showPopover] = [vi.fn(), vi.fn()];
  Object.assign(layer, { hidePopover, showPopover });
  const { info } = useNotices();
  info('Saved');
  await expect.poll(notice).toBeTruthy();
  dismissNotice(notices.value[0]?.id ?? 0);
  await expect.poll(notice).toBeNull();
  await new Promise((done) => setTimeout(done));
  expect([hidePopover, showPopover].map(({ mock }) => mock.calls.length)).toEqual([0, 0]);
  document.dispatchEvent(new Event('fullscreenchange'));
  expect([hidePopover, showPopover].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
  open.value = true;
  await expect.poll(() => layer.closest('[role=dialog]')).toBeTruthy();
  await expect.poll(() => showPopover.mock.calls.length).toBe(2);
});
