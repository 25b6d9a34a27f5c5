type End = () => unknown;

const open: End[] = [];

/** Registers a cleanup that runs when the program ends in any way, last registered first. Returns a function that runs it earlier. */
export function atTheEnd(end: End): () => Promise<void> {
  open.push(end);
  return async () => {
    const place = open.indexOf(end);
    if (place < 0) return;
    open.splice(place, 1);
    await end();
  };
}

/** Runs the remaining cleanups. A failing one is reported and does not stop the others. */
export async function endEverything(): Promise<void> {
  for (let end = open.pop(); end; end = open.pop()) {
    try {
      await end();
    } catch (error) {
      console.error('did not end well:', error);
    }
  }
}
