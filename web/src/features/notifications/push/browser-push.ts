import { addPushDevice, listPushDevices, type PushDevice } from '@yunzhen/shared/notifications/push.contract';
import { api } from '../../../core/api/index.ts';
import { toldHere } from './told-here.ts';

/** What this browser can do about messages from the hospital; `home-screen-first` is Safari on a phone or tablet. */
export type PushAbility = 'none' | 'home-screen-first' | 'blocked' | 'possible';

/** Whether the page runs as an app of its own. */
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

/** An iPad says that it is a Mac, which has no touch screen. */
function isAppleTouch(): boolean {
  return (
    /iPhone|iPad|iPod/.test(navigator.userAgent) ||
    (/Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1)
  );
}

async function subscriptionHere(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration();
  return (await registration?.pushManager.getSubscription()) ?? null;
}

/** Asks the person’s browser and then the hospital. To be called from a press: browsers ask for nothing else. Null when the person said no. */
export async function turnOnHere(publicKey: string, accountId: string): Promise<PushDevice | null> {
  if ((await Notification.requestPermission()) !== 'granted') return null;
  const device = await handIn(await subscribe(publicKey));
  toldHere.remember(accountId);
  return device;
}

async function subscribe(publicKey: string): Promise<PushSubscription> {
  const { pushManager } = await navigator.serviceWorker.ready;
  const known = await pushManager.getSubscription();
  if (known && keyOf(known) === publicKey) return known;
  // It was made for a key that the hospital has no more.
  await known?.unsubscribe();
  return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey });
}

function keyOf({ options }: PushSubscription): string {
  const bytes = new Uint8Array(options.applicationServerKey ?? new ArrayBuffer(0));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

function handIn(subscription: PushSubscription): Promise<PushDevice> {
  const { endpoint = '', keys = {} } = subscription.toJSON();
  const { p256dh = '', auth = '' } = keys;
  return api.call(addPushDevice, { body: { endpoint, keys: { p256dh, auth }, device: nameOfDevice() } });
}

/** The browser tells nothing more here, also when the hospital can’t be reached. */
export async function turnOffHere(): Promise<void> {
  toldHere.forget();
  await (await subscriptionHere())?.unsubscribe();
}

/** A session that began anew takes the device over that the same person has had told things before. */
export async function keepTelling(accountId: string): Promise<void> {
  if (!toldHere.is(accountId) || pushAbility() !== 'possible' || Notification.permission !== 'granted') return;
  const { publicKey, devices } = await api.call(listPushDevices);
  const known = await subscriptionHere();
  // Removed from another device, or taken back in the browser’s settings.
  if (publicKey === null || !known) return;
  if (keyOf(known) !== publicKey || !devices.some(({ current }) => current)) await handIn(await subscribe(publicKey));
}

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
