import { networkInterfaces } from 'node:os';
import { fileURLToPath } from 'node:url';

/** Debian's Firefox, as `npm test` found or installed it; undefined when missing. */
export const firefoxPath = process.env['FIREFOX_PATH'];

/** Playwright controls it by WebDriver BiDi. Camera and microphone are simulated and allowed. */
export const firefoxOptions = {
  channel: 'moz-firefox',
  launchOptions: {
    executablePath: fileURLToPath(new URL('./firefox-program.ts', import.meta.url)),
    firefoxUserPrefs: {
      'media.navigator.streams.fake': true,
      'media.navigator.permission.disabled': true,
      'media.autoplay.default': 0,
      // Without loudspeakers Firefox starts no AudioContext, and the microphone's meter would stay at zero.
      'media.cubeb.force_mock_context': true,
    },
  },
};

/** Firefox sends no media to the loopback address, so the media node listens on another address of this machine. */
export const ownAddress = Object.values(networkInterfaces())
  .flatMap((addresses) => addresses ?? [])
  .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;
