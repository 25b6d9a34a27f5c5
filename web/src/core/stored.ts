import { onScopeDispose, ref, watch, type Ref } from 'vue';

/** Told within the page, since the browser tells other pages alone. */
const changed = new EventTarget();

/**
 * A word, a yes-or-no or a few named words that the browser keeps under this key, for this tab or for all; null keeps nothing. Others that show the same follow at once, also in
 * other tabs. Where storage is closed to us it holds for this page.
 */
export function useStored<Value extends string | boolean | object | null>(
  key: string,
  initial: Value,
  where: 'sessionStorage' | 'localStorage' = 'localStorage',
): Ref<Value> {
  const read = (): Value => {
    try {
      const kept = window[where].getItem(key);
      if (kept === null) return initial;
      if (typeof initial === 'object') return { ...initial, ...(JSON.parse(kept) as object) } as Value;
      return (typeof initial === 'boolean' ? kept === 'true' : kept) as Value;
    } catch {
      return initial;
    }
  };
  const value = ref(read()) as Ref<Value>;
  const written = (of: Value) => (typeof of === 'object' ? JSON.stringify(of) : String(of));
  const follow = (event: Event) => {
    if (event instanceof StorageEvent && event.storageArea !== window[where]) return;
    if ((event instanceof StorageEvent ? event.key : event.type) !== key) return;
    const now = read();
    if (written(now) !== written(value.value)) value.value = now;
  };
  watch(
    value,
    (now) => {
      if (written(now) === written(read())) return;
      try {
        if (now === null) window[where].removeItem(key);
        else window[where].setItem(key, written(now));
        changed.dispatchEvent(new Event(key));
      } catch {
        // Full, or closed to us.
      }
    },
    { flush: 'sync', deep: true },
  );
  changed.addEventListener(key, follow);
  window.addEventListener('storage', follow);
  onScopeDispose(() => {
    changed.removeEventListener(key, follow);
    window.removeEventListener('storage', follow);
  });
  return value;
}
