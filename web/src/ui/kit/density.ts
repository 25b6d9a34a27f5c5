import { inject, provide, type InjectionKey } from 'vue';

const key: InjectionKey<boolean> = Symbol('comfortable');

/**
 * Everything below is for phones first: letters of 16 px and targets of 48 px. Staff keep 14 px. A part that is given a size of its own
 * keeps that.
 */
export function provideComfort(): void {
  provide(key, true);
}

export const useComfort = (): boolean => inject(key, false);
