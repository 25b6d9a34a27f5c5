/**
 * Browsers that are told apart only where a person has to press something in them. `in-app`: the browser inside WeChat or
 * another app, which often keeps camera, microphone or screen from pages.
 */
export const browserKinds = ['chromium', 'chrome-android', 'safari-ios', 'safari-mac', 'firefox', 'in-app'] as const;
export type BrowserKind = (typeof browserKinds)[number];

/** Words by which apps name themselves in the user agent of the browser inside them. */
const apps = /MicroMessenger|wxwork|QQ\/|DingTalk|AlipayClient|Weibo|aweme|FBAN|FBAV|Instagram|\bLine\//i;

/**
 * Reads the kind out of a user agent. On iPhones and iPads every browser is Safari inside, and an iPad says that it is a
 * Mac: touch tells it. For what to do in settings only; never to decide what a browser can do.
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
