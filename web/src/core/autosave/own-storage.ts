import { useLocalStorage, type RemovableRef } from '@vueuse/core';

/** What belongs to the signed-in person in this browser. Settings of the device itself are stored elsewhere. */
const names = ['yunzhen.course-starts', 'yunzhen.day-times'] as const;

/** Stores a value of the signed-in person in this browser, until their session ends. */
export const useOwnStorage = <Value extends object>(
  name: (typeof names)[number],
  initial: Value,
): RemovableRef<Value> => useLocalStorage<Value>(name, initial, { mergeDefaults: true, writeDefaults: false });

/** Deletes what belongs to the person whose session has ended. */
export function forgetOwnStorage(): void {
  try {
    for (const name of names) localStorage.removeItem(name);
  } catch {
    // The browser blocks storage, so there is nothing to delete.
  }
}
