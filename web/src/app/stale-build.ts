const key = 'yunzhen.reloaded-at';
const quietMilliseconds = 30_000;

/** Reloads a page when one of its files is missing, because a new build has replaced it; but not repeatedly. */
export function reloadWhenBuildIsGone(): void {
  window.addEventListener('vite:preloadError', (event) => {
    // Without a network the state of the build is unknown, and a reload would remove what is still shown.
    if (!navigator.onLine) return;
    const last = Number(sessionStorage.getItem(key) ?? 0);
    if (Date.now() - last < quietMilliseconds) return;
    sessionStorage.setItem(key, String(Date.now()));
    event.preventDefault();
    location.reload();
  });
}
