// @vitest-environment happy-dom
import { createApp, h, nextTick, type App } from 'vue';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { announce, announcement } from './announcer.ts';

let app: App;
let region: HTMLElement;
let watching: MutationObserver;
/** Content of the region after each change of the page, which a screen reader reads. */
let said: string[];

beforeEach(async () => {
  // Ends the message of another test.
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

it('The announcer puts a message into the live region', async () => {
  announce('You are next');
  await isSaid('You are next');
});

it('The announcer changes the region also for a repeated message, because only a change is read', async () => {
  announce('Saved');
  await isSaid('Saved');
  await expect.poll(() => said).not.toEqual([]);
  said.length = 0;
  announce('Saved');
  await expect.poll(() => said).not.toEqual([]);
  await isSaid('Saved');
});

it('The announcer replaces an earlier message by a later one', async () => {
  announce('You are next');
  await isSaid('You are next');
  announce('The report is ready');
  await isSaid('The report is ready');
});

it('The announcer announces two simultaneous messages in their order', async () => {
  announce('You are next');
  announce('The report is late');
  await isSaid('You are next The report is late');
  announce('Saved');
  await isSaid('Saved');
});
