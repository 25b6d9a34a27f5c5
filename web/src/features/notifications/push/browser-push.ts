import type { addPushDevice } from '@yunzhen/shared/notifications/push.contract';
import type { BodyInputOf } from '@yunzhen/shared/core/route';
import { toldHere } from './told-here.ts';

/** Push support of this browser; `home-screen-first` is Safari on a phone or tablet. */
export type PushAbility = 'none' | 'home-screen-first' | 'blocked' | 'possible';

/** Returns whether the page runs as an installed app. */
export function isInstalled(): boolean {
  return (
    matchMedia('(display-mode: standalone)').matches ||
    ('standalone' in navigator === true && navigator.standalone === true)
  );
}

export function pushAbility(): PushAbility {
  if ('serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window)
    return Notification.permission === 'denied' ? 'blocked' : 'possible';
  return isAppleTouch() && !isInstalled() ? 'home-screen-first' : 'none';
}

/** An iPad reports itself as a Mac, which has no touch screen. */
function isAppleTouch(): boolean {
  return (
    /iPhone|iPad|iPod/.test(navigator.userAgent) ||
    (/Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1)
  );
}

/** Subscribes the browser with the server’s public key. */
export async function subscribe(publicKey: string): Promise<PushSubscription> {
  const { pushManager } = await navigator.serviceWorker.ready;
  const known = await pushManager.getSubscription();
  if (known && isFor(known, publicKey)) return known;
  // The subscription was created for a key that the server no longer uses.
  await known?.unsubscribe();
  return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey });
}

/** Returns whether the subscription was created for this key. */
export const isFor = (subscription: PushSubscription, publicKey: string) => keyOf(subscription) === publicKey;

function keyOf({ options }: PushSubscription): string {
  const bytes = new Uint8Array(options.applicationServerKey ?? new ArrayBuffer(0));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

/** Converts a subscription to what the server stores. */
export function deviceOf(subscription: PushSubscription): BodyInputOf<typeof addPushDevice> {
  const { endpoint = '', keys = {} } = subscription.toJSON();
  const { p256dh = '', auth = '' } = keys;
  return { endpoint, keys: { p256dh, auth }, device: nameOfDevice() };
}

/** Returns whether this account had push messages in this browser and the permission is still granted. */
export const mayKeepTelling = (accountId: string) =>
  toldHere.is(accountId) && pushAbility() === 'possible' && Notification.permission === 'granted';

function nameOfDevice(): string {
  const agent = navigator.userAgent;
  const named = (names: readonly (readonly [RegExp, string])[]) => names.find(([pattern]) => pattern.test(agent))?.[1];
  const browser = named([
    [/MicroMessenger/, 'WeChat'],
    [/Edg/, 'Edge'],
    [/Firefox|FxiOS/, 'Firefox'],
    [/SamsungBrowser/, 'Samsung Internet'],
    [/HuaweiBrowser/, 'Huawei Browser'],
    [/Chrome|CriOS/, 'Chrome'],
    [/Safari/, 'Safari'],
  ]);
  const system = named([
    [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
    [/Android/, 'Android'],
    [/iPhone/, 'iPhone'],
    [/iPad/, 'iPad'],
    [/Windows/, 'Windows'],
    [/Macintosh/, 'macOS'],
    [/Linux/, 'Linux'],
  ]);
  return [browser ?? 'Browser', ...(system ? [system] : [])].join(' · ');
}
