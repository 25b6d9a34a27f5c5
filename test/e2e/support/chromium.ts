import { existsSync } from 'node:fs';
import { cameraFile, voiceFile } from './fake-media.ts';

const shell = '/usr/bin/chromium-headless-shell';

/** The whole browser, for what its headless shell has not: notifications, picture in picture and the sharing of screens. */
export const wholeChromiumPath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

/** The browser of all other tests: the headless shell where it is installed, because it uses a fifth less CPU. */
export const chromiumPath = process.env['CHROMIUM_SHELL_PATH'] ?? (existsSync(shell) ? shell : wholeChromiumPath);

const always = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--autoplay-policy=no-user-gesture-required',
  '--disable-features=WebRtcHideLocalIpsWithMdns',
];

/** With Chromium's own fake camera at its full size and rate: what benches measure with. */
export const benchArgs: readonly string[] = [
  ...always,
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
];

export interface FakeDevices {
  /** So many cameras and microphones as Chromium makes them up (1280×720), instead of the one small camera of all other tests. */
  cameras?: number;
  /** The person is asked by the page’s permission, which a test gives and takes. */
  ask?: boolean;
  /** The microphone plays speech instead of beeps. */
  speaking?: boolean;
}

export function chromiumArgs({ cameras, ask = false, speaking = false }: FakeDevices = {}): string[] {
  return [
    ...always,
    ...(cameras === undefined
      ? ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${cameraFile()}`]
      : [`--use-fake-device-for-media-stream=device-count=${cameras},fps=10`]),
    ...(speaking ? [`--use-file-for-fake-audio-capture=${voiceFile()}`] : []),
    ...(ask ? [] : ['--use-fake-ui-for-media-stream']),
  ];
}
