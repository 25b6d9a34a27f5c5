// @vitest-environment happy-dom
import { createApp, h, nextTick, type App } from 'vue';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { announce, announcement } from './announcer.ts';

let app: App;
let region: HTMLElement;
let watching: MutationObserver;
/** What the region held after each change of the page, which is when a screen reader reads it. */
let said: string[];

beforeEach(async () => {
  // The message of another test is over.
  announce('');
  await nextTick();
  region = document.body.appendChild(document.createElement('p'));
  app = createApp(() => h('span', announcement.value));
  app.mount(region);
  said = [];
  watching = new MutationObserver(() => said.push(region.textContent ?? ''));
  watching.observe(region, { childList: true, characterData: true, subtree: true });
});
afterEach(() => {
  watching.disconnect();
  app.unmount();
  region.remove();
});

const isSaid = (message: string) => expect.poll(() => region.textContent).toBe(message);

it('puts the message into the live region', async () => {
  announce('You are next');
  await isSaid('You are next');
});

it('changes the region also for the same message again, since only a change is said', async () => {
  announce('Saved');
  await isSaid('Saved');
  await expect.poll(() => said).not.toEqual([]);
  said.length = 0;
  announce('Saved');
  await expect.poll(() => said).not.toEqual([]);
  await isSaid('Saved');
});

it('replaces an earlier message by a later one', async () => {
  announce('You are next');
  await isSaid('You are next');
  announce('The report is ready');
  await isSaid('The report is ready');
});

it('says both of two messages that come at once, in their order', async () => {
  announce('You are next');
  announce('The report is late');
  await isSaid('You are next The report is late');
  announce('Saved');
  await isSaid('Saved');
});
