import { computed, inject, provide, type ComputedRef, type InjectionKey } from 'vue';

/** How fresh the figures of a page are. */
export interface Span {
  readonly asOf: string;
  /** Events that are not counted yet. */
  readonly waiting: number;
}

const key: InjectionKey<ComputedRef<Span | undefined>> = Symbol('span of the figures');

export function provideSpan(span: ComputedRef<Span | undefined>): void {
  provide(key, span);
}

/** What the page’s figures say of themselves; nothing before they are there. */
export function useSpan(): ComputedRef<Span | undefined> {
  return inject(
    key,
    computed(() => undefined),
  );
}
