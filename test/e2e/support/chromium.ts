import { existsSync } from 'node:fs';

/** The browser of the tests: the headless shell where it is installed, because it uses a fifth less CPU than the whole browser. */
export const chromiumPath =
  process.env['CHROMIUM_PATH'] ??
  (existsSync('/usr/bin/chromium-headless-shell') ? '/usr/bin/chromium-headless-shell' : '/usr/bin/chromium');

/** The whole browser, for tests of notifications: the headless shell has none. */
export const wholeChromiumPath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

const always = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--autoplay-policy=no-user-gesture-required',
  '--disable-features=WebRtcHideLocalIpsWithMdns',
];

export function chromiumArgs({ devices = '', ask = false }: { devices?: string; ask?: boolean } = {}): string[] {
  return [
    ...always,
    `--use-fake-device-for-media-stream${devices && `=${devices}`}`,
    // The person is asked by the page’s permission, which a test gives and takes.
    ...(ask ? [] : ['--use-fake-ui-for-media-stream']),
  ];
}
