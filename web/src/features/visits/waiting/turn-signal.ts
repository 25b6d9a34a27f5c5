import { playTestTone } from '../../../core/rtc/devices.index.ts';

/** Returns whether the browser allows sound, which requires an earlier user gesture. */
export function maySound(): boolean {
  return navigator.userActivation?.hasBeenActive ?? true;
}

/** Alerts a patient who is not looking at the page, with a sound where it is allowed and a vibration on phones. Outlives the page’s view. */
export function ring(): void {
  if (maySound()) void playTestTone().catch(() => undefined);
  if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.([200, 100, 200, 100, 400]);
}

/** Shows a text in the title of a hidden tab until the tab becomes visible. */
export function holdTitle(words: string): void {
  if (!document.hidden) return;
  const plain = document.title;
  document.title = words;
  const restore = () => {
    if (document.title === words) document.title = plain;
  };
  document.addEventListener('visibilitychange', restore, { once: true });
}
