import { playTestTone } from '../../../core/rtc/devices.index.ts';

/** Browsers let a page sound only once somebody has touched it. */
export function maySound(): boolean {
  return navigator.userActivation?.hasBeenActive ?? true;
}

/** Calls whoever has the page open but looks elsewhere: a sound where it is allowed, and the telephone shakes. Outlives the page’s view. */
export function ring(): void {
  if (maySound()) void playTestTone().catch(() => undefined);
  if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.([200, 100, 200, 100, 400]);
}

/** Says something in the title of a tab that nobody looks at, until somebody does. */
export function holdTitle(words: string): void {
  if (!document.hidden) return;
  const plain = document.title;
  document.title = words;
  const restore = () => {
    if (document.title === words) document.title = plain;
  };
  document.addEventListener('visibilitychange', restore, { once: true });
}
