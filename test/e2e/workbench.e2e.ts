import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from '@playwright/test';
import { packageCommand } from '../../scripts/processes.ts';
import { expectAccessible, expectReadable } from './support/accessibility.ts';
import { expect } from './support/expect.ts';
import { screens, switchDevice, type Device } from './support/screens.ts';
import { expectNoSidewaysScroll } from './support/sideways-scroll.ts';
import { test } from './support/test.ts';

/** Storybook's own channel, with which its toolbar controls the stories too. */
interface Channel {
  emit(event: string, data: unknown): void;
  once(event: string, listener: () => void): void;
}
interface Entry {
  id: string;
  tags: string[];
}

const origin = 'http://workbench.test';
const everyPart = 'every-part--every-part';
let folder: string;

// The workbench is built once for both tests.
test.describe.configure({ mode: 'default' });

test.beforeAll(async () => {
  // On a busy machine the build takes minutes.
  test.setTimeout(600_000);
  folder = await mkdtemp(join(tmpdir(), 'yunzhen-workbench-'));
  const web = join(import.meta.dirname, '../../web');
  const options = ['--config-dir', 'workbench', '--output-dir', folder, '--test', '--quiet'];
  await promisify(execFile)(packageCommand('storybook'), ['build', ...options], { cwd: web });
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

async function send(page: Page, event: string, data: unknown): Promise<void> {
  await page.evaluate(
    ([name, payload]) => {
      const channel = (window as unknown as { __STORYBOOK_ADDONS_CHANNEL__: Channel }).__STORYBOOK_ADDONS_CHANNEL__;
      const rendered = new Promise<void>((done) => channel.once('storyRendered', done));
      channel.emit(name, payload);
      return rendered;
    },
    [event, data] as const,
  );
}

type Face = readonly [locale: 'en' | 'zh-CN', theme: 'light' | 'dark'];
/** Each language, theme and device together with each of the others: no rule of axe depends on three of them. */
const faces: Record<Device, readonly Face[]> = {
  phone: [
    ['en', 'light'],
    ['zh-CN', 'dark'],
  ],
  wide: [
    ['zh-CN', 'light'],
    ['en', 'dark'],
  ],
};

/** Checks the story that is shown, switched in place. */
async function look(page: Page, story: string, device: Device): Promise<void> {
  // An open overlay hides the page behind it from assistive technology.
  const reachable = 'body > :not([aria-hidden="true"])';
  for (const [locale, theme] of faces[device]) {
    await send(page, 'updateGlobals', { globals: { locale, theme } });
    await expect(page.locator('html')).toHaveAttribute('lang', locale);
    const state = `${story}, ${locale}, ${theme}, ${device}`;
    await expectAccessible(page, state, reachable);
    await expectNoSidewaysScroll(page, state);
  }
}

/** Opens the built workbench; `faults` are the errors of its console, `show` puts a story in place of the present one. */
async function openWorkbench(browser: Browser, device: Device) {
  const page = await browser.newPage({ baseURL: origin, viewport: screens[device], reducedMotion: 'reduce' });
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  await page.route(`${origin}/**`, (route) =>
    route.fulfill({ path: join(folder, new URL(route.request().url()).pathname) }),
  );
  await switchDevice(page, device);
  await page.goto(`/iframe.html?id=${everyPart}&viewMode=story`);
  await expect(page.locator('article').first()).toBeVisible();
  let shown = everyPart;
  const show = async (story: string) => {
    if (story !== shown) await send(page, 'setCurrentStory', { storyId: story, viewMode: 'story' });
    shown = story;
  };
  return { page, faults, show };
}

async function readEntries(): Promise<Entry[]> {
  const { entries } = JSON.parse(await readFile(join(folder, 'index.json'), 'utf8')) as {
    entries: Record<string, Entry>;
  };
  return Object.values(entries);
}

test('every part of the design system is accessible and fits, in both themes, languages and widths', async ({
  browser,
}) => {
  const alone = (await readEntries()).filter(({ tags }) => tags.includes('alone') && tags.includes('test'));
  expect(alone.length).toBeGreaterThan(3);
  const { page, faults, show } = await openWorkbench(browser, 'phone');
  for (const device of ['phone', 'wide'] as const) {
    await switchDevice(page, device);
    for (const id of [everyPart, ...alone.map((story) => story.id)]) {
      await show(id);
      await look(page, id, device);
    }
  }
  expect(faults).toEqual([]);
});

test('what changes under the pointer stays readable, in both themes', async ({ browser }) => {
  const hovered = (await readEntries()).filter(({ tags }) => tags.includes('hover'));
  expect(hovered.length).toBeGreaterThan(1);
  const { page, faults, show } = await openWorkbench(browser, 'wide');
  for (const { id } of hovered) {
    await show(id);
    for (const [locale, theme] of faces.wide) {
      await send(page, 'updateGlobals', { globals: { locale, theme } });
      await expect(page.locator('html')).toHaveAttribute('lang', locale);
      for (const control of await page.locator('#storybook-root :is(button, a)').all()) {
        await control.hover();
        await expectReadable(page, `${id}, ${locale}, ${theme}, ${await control.innerText()}`, '#storybook-root');
      }
    }
  }
  expect(faults).toEqual([]);
});
