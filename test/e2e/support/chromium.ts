/** Chromium with a camera and a microphone that nobody has to be asked for. More of them: `device-count=3`. */
export const chromiumPath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

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
