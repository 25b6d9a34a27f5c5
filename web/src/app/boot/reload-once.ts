const key = 'yunzhen.reloaded-at';
const quietMilliseconds = 30_000;
let reloading = false;

export const isReloading = () => reloading;

/**
 * Reloads a page that misses one of its files, because a new build has replaced it. Returns false, and keeps the page, if that was tried within
 * the last 30 seconds or there is no network.
 */
export function reloadOnce(): boolean {
  if (reloading) return true;
  // Without a network the state of the build is unknown, and a reload would remove what is still shown.
  if (!navigator.onLine || reloadedRecently()) return false;
  reloading = true;
  location.reload();
  return true;
}

function reloadedRecently(): boolean {
  try {
    if (Date.now() - Number(sessionStorage.getItem(key) ?? 0) < quietMilliseconds) return true;
    sessionStorage.setItem(key, String(Date.now()));
    return false;
  } catch {
    // Without storage nothing would end the reloading.
    return true;
  }
}
