import { shallowRef } from 'vue';

/** Where open modal dialogs show notices, the topmost dialog last: outside of it they cannot be pressed or focused. */
export const noticePlaces = shallowRef<readonly HTMLElement[]>([]);
