import { computed, nextTick, onScopeDispose, watch, type Ref, type ShallowRef } from 'vue';
import { useEventListener } from '@vueuse/core';
import type { PanelPlace } from './panel-place.ts';

interface PanelHooks {
  /** Prevent its default to stop the panel from focusing its first field or itself. */
  opened: (event: Event) => void;
  /** Prevent its default to stop the panel from restoring focus. */
  closing: (event: Event) => void;
  closed: () => void;
  /** Escape was pressed. */
  dismiss: () => void;
}

const fields = 'input:not([type="checkbox"], [type="radio"], :disabled), textarea:not(:disabled)';
const popups = ['listbox', 'menu', 'dialog'].map((role) => `[data-reka-popper-content-wrapper] [role="${role}"]`);

/** Moves focus into a panel when it opens, and restores it on close. Escape closes the topmost panel. */
export function usePanelFocus(
  open: Ref<boolean>,
  panel: Readonly<ShallowRef<HTMLElement | null>>,
  place: PanelPlace,
  hooks: PanelHooks,
) {
  const self = Symbol('panel');
  let opener: HTMLElement | null = null;

  watch(open, (now) => void (now ? enter() : leave()), { immediate: true });
  onScopeDispose(withdraw);

  function withdraw() {
    place.panels.value = place.panels.value.filter((each) => each !== self);
  }

  async function enter() {
    opener = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    if (!opener?.closest('.kit-panel')) place.before.value = opener;
    place.panels.value = [...place.panels.value, self];
    await nextTick();
    const event = new Event('opened', { cancelable: true });
    hooks.opened(event);
    if (!event.defaultPrevented && !panel.value?.contains(document.activeElement)) firstPlace()?.focus();
  }

  /** Returns the first field; focusing one below the fold would hide the content above it. */
  function firstPlace(): HTMLElement | null {
    const field = panel.value?.querySelector<HTMLElement>(fields);
    const inSight = field && field.getBoundingClientRect().bottom <= (panel.value?.getBoundingClientRect().bottom ?? 0);
    return inSight ? field : panel.value;
  }

  async function leave() {
    const hadFocus = panel.value?.contains(document.activeElement) || document.activeElement === document.body;
    withdraw();
    // Elements beneath the panel cannot be focused before it is removed.
    await nextTick();
    const event = new Event('closing', { cancelable: true });
    hooks.closing(event);
    // Another panel may have taken the focus.
    const isFree = hadFocus && document.activeElement === document.body;
    if (isFree && !event.defaultPrevented) (opener?.isConnected ? opener : place.before.value)?.focus();
    hooks.closed();
  }

  /** Leaves Escape to an open list or menu within the panel first. */
  function handleKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
    if (place.panels.value.at(-1) === self && document.querySelector(popups.join()) === null) hooks.dismiss();
  }
  useEventListener(panel, 'keydown', handleKey);
  // The focused button may have been removed.
  useEventListener('keydown', (event) => {
    if (event.target === document.body) handleKey(event);
  });

  return { isCovered: computed(() => place.panels.value.at(-1) !== self) };
}
