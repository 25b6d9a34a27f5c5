/** Calls back once after the given milliseconds; returns a function that cancels the callback. */
export type Later = (milliseconds: number, callback: () => void) => () => void;

export const later: Later = (milliseconds, callback) => {
  const timer = setTimeout(callback, milliseconds);
  return () => clearTimeout(timer);
};
