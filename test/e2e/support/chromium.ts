import { existsSync } from 'node:fs';
import { cameraFile, voiceFile } from './fake-media.ts';

const shell = '/usr/bin/chromium-headless-shell';

/** The whole browser, for what its headless shell lacks: notifications, picture in picture and screen sharing. */
export const wholeChromiumPath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

/** The browser of all other tests: the headless shell if installed, because it uses a fifth less CPU. */
export const chromiumPath = process.env['CHROMIUM_SHELL_PATH'] ?? (existsSync(shell) ? shell : wholeChromiumPath);

const always = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--autoplay-policy=no-user-gesture-required',
  '--disable-features=WebRtcHideLocalIpsWithMdns',
];

/**
 * For tests without a call: their pages live for seconds, so optimized code and small young generations would cost more CPU than they save, a sixth
 * of all.
 */
export const shortLived = '--js-flags=--no-opt --no-maglev --min-semi-space-size=16';

/** Chromium's own fake camera at full size and rate, for benches. */
export const benchArgs: readonly string[] = [
  ...always,
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
];

export interface FakeDevices {
  /** The number of cameras and microphones that Chromium simulates (1280×720), instead of the one small camera of other tests. */
  cameras?: number;
  /** Devices need the page’s permission, which a test grants and revokes. */
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
