import { shallowReadonly, shallowRef } from 'vue';

/** Chromium’s offer to install the app, stored until the user requests it. No other browser has one. */
interface InstallPrompt extends Event {
  prompt(): Promise<{ outcome: 'accepted' | 'dismissed' }>;
}

const offered = shallowRef<InstallPrompt | null>(null);

/** Null where the browser offers nothing: it does not support it, or the app is installed. */
export const installPrompt = shallowReadonly(offered);

/** Listens for the offer from the start: the browser makes it once, soon after the page has loaded. */
export function keepInstallPrompt(): void {
  window.addEventListener('beforeinstallprompt', (event) => {
    // The browser’s own banner would appear at an arbitrary moment.
    event.preventDefault();
    offered.value = event as InstallPrompt;
  });
  window.addEventListener('appinstalled', () => (offered.value = null));
}

/** Shows the browser’s install prompt. An offer can be used once. */
export async function install(): Promise<boolean> {
  const prompt = offered.value;
  offered.value = null;
  return (await prompt?.prompt())?.outcome === 'accepted';
}
