/** Loaded into the measured program with `--expose-gc`: collects before each sample, so that its heap is what is in use. */
const everyMs = 10_000;
setInterval(() => globalThis.gc?.(), everyMs).unref();
