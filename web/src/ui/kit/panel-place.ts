import { computed, inject, provide, shallowRef, type InjectionKey, type ShallowRef } from 'vue';

export interface PanelPlace {
  /** The element that panels fill. */
  readonly element: Readonly<ShallowRef<HTMLElement | null>>;
  /** The open panels, the topmost last. */
  readonly panels: ShallowRef<readonly symbol[]>;
  /** The focused element before the first panel opened. */
  readonly before: ShallowRef<HTMLElement | null>;
}

const key: InjectionKey<PanelPlace> = Symbol('panel place');

/** Makes dialogs of the components below open as panels in `element`: they cover and dim nothing else of the page. */
export function providePanelPlace(element: Readonly<ShallowRef<HTMLElement | null>>) {
  const panels = shallowRef<readonly symbol[]>([]);
  provide(key, { element, panels, before: shallowRef(null) });
  return { hasPanel: computed(() => panels.value.length > 0) };
}

/** Returns the place where dialogs open as panels; undefined where they open over the page. */
export function usePanelPlace(): PanelPlace | undefined {
  return inject(key, undefined);
}
