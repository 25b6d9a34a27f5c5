import { reloadOnce } from './reload-once.ts';

declare global {
  interface Window {
    /** Reloads the page, or says that it could not be loaded. */
    startFailed?: () => void;
  }
}

/** Watches the app’s first script, and what it imports: without it the page would keep its grey outline. */
export function watchStart(): void {
  window.startFailed = startFailed;
  window.addEventListener(
    'error',
    ({ target }) => {
      if (target instanceof HTMLScriptElement && target.type === 'module') startFailed();
    },
    true,
  );
}

/** The texts are in index.html, because no text file may have been loaded. */
function startFailed(): void {
  if (reloadOnce()) return;
  const reload = () => location.reload();
  window.addEventListener('online', reload);
  document.getElementById('start-failure-retry')?.addEventListener('click', reload);
  document.getElementById('start-outline')?.setAttribute('hidden', '');
  document.getElementById('start-failure')?.removeAttribute('hidden');
}
