import { inject, provide, type InjectionKey } from 'vue';

const key: InjectionKey<boolean> = Symbol('comfortable');

/**
 * Makes everything below comfortable for phones: text of 16 px and targets of 48 px; staff pages have 14 px. A component with its own size keeps it.
 */
export function provideComfort(): void {
  provide(key, true);
}

export const useComfort = (): boolean => inject(key, false);
