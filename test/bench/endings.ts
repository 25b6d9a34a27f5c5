type End = () => unknown;

const open: End[] = [];

/**
 * What a measurement starts is ended when its program ends, by whatever way: the last that was started first. Answers with what ends
 * it earlier.
 */
export function atTheEnd(end: End): () => Promise<void> {
  open.push(end);
  return async () => {
    const place = open.indexOf(end);
    if (place < 0) return;
    open.splice(place, 1);
    await end();
  };
}

/** Ends what is still open. One that fails is told and does not keep the others from ending. */
export async function endEverything(): Promise<void> {
  for (let end = open.pop(); end; end = open.pop()) {
    try {
      await end();
    } catch (error) {
      console.error('did not end well:', error);
    }
  }
}
