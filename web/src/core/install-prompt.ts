import { shallowReadonly, shallowRef } from 'vue';

/** Chromium’s offer to install the page, kept until the person asks for it. No other browser has one. */
interface InstallPrompt extends Event {
  prompt(): Promise<{ outcome: 'accepted' | 'dismissed' }>;
}

const offered = shallowRef<InstallPrompt | null>(null);

/** Null where the browser offers nothing: it can’t, or the app is installed. */
export const installPrompt = shallowReadonly(offered);

/** Listens from the first moment: the browser makes its offer once, soon after the page is there. */
export function keepInstallPrompt(): void {
  window.addEventListener('beforeinstallprompt', (event) => {
    // The browser’s own banner would come at a moment that suits nobody.
    event.preventDefault();
    offered.value = event as InstallPrompt;
  });
  window.addEventListener('appinstalled', () => (offered.value = null));
}

/** Shows the browser’s question. An offer is good once. */
export async function install(): Promise<boolean> {
  const prompt = offered.value;
  offered.value = null;
  return (await prompt?.prompt())?.outcome === 'accepted';
}
