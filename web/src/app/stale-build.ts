const key = 'yunzhen.reloaded-at';
const quietMilliseconds = 30_000;

/**
 * A new version of the pages takes the old one's files away. A page that then misses one loads itself again, but not
 * over and over.
 */
export function reloadWhenBuildIsGone(): void {
  window.addEventListener('vite:preloadError', (event) => {
    // Without a network nothing is known of the build, and to load again would take away what is still shown.
    if (!navigator.onLine) return;
    const last = Number(sessionStorage.getItem(key) ?? 0);
    if (Date.now() - last < quietMilliseconds) return;
    sessionStorage.setItem(key, String(Date.now()));
    event.preventDefault();
    location.reload();
  });
}
