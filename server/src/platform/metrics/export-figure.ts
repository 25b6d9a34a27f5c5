import { Gauge, type Registry } from 'prom-client';

export interface Figure {
  name: string;
  help: string;
  /** Read at each scrape; null: there is no value, so none is exported. */
  read: () => number | null | Promise<number | null>;
}

/** Exports a gauge that is read when Prometheus asks. */
export function exportFigure(registry: Registry, { name, help, read }: Figure): void {
  new Gauge({
    name,
    help,
    registers: [registry],
    async collect() {
      const value = await read();
      // `reset` would export a zero.
      if (value === null) this.remove();
      else this.set(value);
    },
  });
}
