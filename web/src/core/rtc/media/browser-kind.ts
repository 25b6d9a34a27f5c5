/**
 * Browsers, distinguished only for instructions in their user interface. `in-app`: the browser inside WeChat or another app, which often blocks
 * camera, microphone or screen.
 */
export const browserKinds = ['chromium', 'chrome-android', 'safari-ios', 'safari-mac', 'firefox', 'in-app'] as const;
export type BrowserKind = (typeof browserKinds)[number];

/** Names of apps in the user agent of their built-in browser. */
const apps = /MicroMessenger|wxwork|QQ\/|DingTalk|AlipayClient|Weibo|aweme|FBAN|FBAV|Instagram|\bLine\//i;

/**
 * Parses the browser kind from a user agent. Every browser on iPhones and iPads is Safari inside, and an iPad reports itself as a Mac: touch points
 * tell it apart.
 * Use it for instructions only, never for feature detection.
 */
export function browserKindOf(userAgent: string, touchPoints = 0): BrowserKind {
  if (apps.test(userAgent)) return 'in-app';
  const mac = userAgent.includes('Macintosh');
  if (/iPhone|iPad|iPod/.test(userAgent) || (mac && touchPoints > 1)) return 'safari-ios';
  if (/Firefox\//.test(userAgent)) return 'firefox';
  if (mac && /Safari\//.test(userAgent) && !/Chrome|Chromium|Edg/.test(userAgent)) return 'safari-mac';
  return userAgent.includes('Android') ? 'chrome-android' : 'chromium';
}

export function browserKind(): BrowserKind {
  return browserKindOf(navigator.userAgent, navigator.maxTouchPoints);
}
