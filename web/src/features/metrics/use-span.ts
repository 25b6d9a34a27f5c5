import { computed, inject, provide, type ComputedRef, type InjectionKey } from 'vue';

/** Freshness of a page’s figures. */
export interface Span {
  readonly asOf: string;
  /** Events that are not counted yet. */
  readonly waiting: number;
}

const key: InjectionKey<ComputedRef<Span | undefined>> = Symbol('span of the figures');

export function provideSpan(span: ComputedRef<Span | undefined>): void {
  provide(key, span);
}

/** Freshness of the page’s figures; undefined before they are loaded. */
export function useSpan(): ComputedRef<Span | undefined> {
  return inject(
    key,
    computed(() => undefined),
  );
}
