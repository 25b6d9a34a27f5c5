import Fastify from 'fastify';
import helmet from '@fastify/helmet';
import { schemaController } from './compilers.ts';

/** The two style elements by which Reka UI’s lists (combobox, select) hide their scrollbars; another text has another hash. */
const stylesOfLists = [
  "'sha256-0sLsI2a+NIcumVvBF9zD/ArGqlZR2xfnxsALPmK7nj8='",
  "'sha256-60LHlRjW/B3CtzIoE/Lf1/NEDvko9efWMFaGVhHu/cs='",
];

/** Browser features that pages use, for their own origin only. */
const ownFeatures = [
  'autoplay',
  'camera',
  'clipboard-write',
  'cross-origin-isolated',
  'display-capture',
  'fullscreen',
  'microphone',
  'picture-in-picture',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'screen-wake-lock',
];

/** All other browser features (https://github.com/w3c/webappsec-permissions-policy/blob/main/features.md). */
const closedFeatures = [
  'accelerometer',
  'bluetooth',
  'browsing-topics',
  'clipboard-read',
  'compute-pressure',
  'encrypted-media',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'identity-credentials-get',
  'idle-detection',
  'keyboard-map',
  'local-fonts',
  'magnetometer',
  'midi',
  'otp-credentials',
  'payment',
  'serial',
  'storage-access',
  'sync-xhr',
  'unload',
  'usb',
  'window-management',
  'xr-spatial-tracking',
];

const permissionsPolicy = [
  ...ownFeatures.map((feature) => `${feature}=(self)`),
  ...closedFeatures.map((feature) => `${feature}=()`),
].join(', ');

/**
 * Returns the default headers of every answer, computed once. `callOrigins`: origins of call sockets for the page’s Content-Security-Policy. Nothing
 * is cached unless a route says so.
 */
export async function securityHeaders(callOrigins: readonly string[]): Promise<Record<string, string>> {
  const probe = Fastify({ schemaController });
  await probe.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        connectSrc: ["'self'", ...callOrigins],
        fontSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        frameSrc: ["'none'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        scriptSrc: ["'self'"],
        scriptSrcAttr: ["'none'"],
        styleSrc: ["'self'", ...stylesOfLists],
        workerSrc: ["'self'"],
      },
    },
    crossOriginEmbedderPolicy: { policy: 'require-corp' },
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
  });
  probe.get('/', (_request, reply) => reply.code(204).send());
  const { headers } = await probe.inject('/');
  await probe.close();
  const own = new Set(['date', 'connection', 'keep-alive', 'content-length']);
  const helmets = Object.entries(headers).flatMap(([name, value]) => (own.has(name) ? [] : [[name, String(value)]]));
  return {
    ...Object.fromEntries(helmets),
    'cache-control': 'no-store',
    'permissions-policy': permissionsPolicy,
  };
}
