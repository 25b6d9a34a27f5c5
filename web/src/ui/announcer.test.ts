// @vitest-environment happy-dom
import { createApp, h, nextTick, type App } from 'vue';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { announce, announcement } from './announcer.ts';

let app: App;
let region: HTMLElement;
let watching: MutationObserver;
/** What the region held after each change of the page, which is when a screen reader looks. */
let said: string[];

beforeEach(async () => {
  // What another test had it say is over.
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

const settled = () => new Promise((done) => setTimeout(done));

it('puts into the live region what is to be said', async () => {
  announce('You are next');
  await settled();
  expect(region.textContent).toBe('You are next');
});

it('changes the region also for the same words again, since only a change is said', async () => {
  announce('Saved');
  await settled();
  said.length = 0;
  announce('Saved');
  await settled();
  expect(said).not.toEqual([]);
  expect(region.textContent).toBe('Saved');
});

it('says of what comes later only that', async () => {
  announce('You are next');
  await settled();
  announce('The doctor is ready');
  await settled();
  expect(region.textContent).toBe('The doctor is ready');
});

it('says both of two things that come at once, in their order', async () => {
  announce('You are next');
  announce('The doctor is late');
  await settled();
  expect(region.textContent).toBe('You are next The doctor is late');
  announce('Saved');
  await settled();
  expect(region.textContent).toBe('Saved');
});
