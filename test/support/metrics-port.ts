export interface Sample {
  name: string;
  labels: Record<string, string>;
  value: number;
}

/** What a program's metrics port answers. */
export class Scrape {
  readonly text: string;
  readonly samples: readonly Sample[];

  private constructor(text: string) {
    this.text = text;
    this.samples = text.split('\n').flatMap((line) => {
      const [, name, labels = '', value] = /^([a-z_]+)(?:\{(.*)\})? (\S+)$/.exec(line) ?? [];
      if (name === undefined) return [];
      const pairs = [...labels.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([, key, text = '']) => [key, text]);
      return [{ name, labels: Object.fromEntries(pairs) as Record<string, string>, value: Number(value) }];
    });
  }

  static async of(port: number): Promise<Scrape> {
    return new Scrape(await (await fetch(`http://127.0.0.1:${port}/metrics`)).text());
  }

  /** Returns the sum of the samples with this name and these labels; null without one. */
  sum(name: string, labels: Record<string, string> = {}): number | null {
    const found = this.samples.filter(
      (sample) => sample.name === name && Object.entries(labels).every(([key, value]) => sample.labels[key] === value),
    );
    return found.length === 0 ? null : found.reduce((sum, { value }) => sum + value, 0);
  }

  /** Returns every name that a query may use, whether or not it has a sample yet. */
  get names(): Set<string> {
    const names = new Set<string>();
    for (const [, name = '', kind] of this.text.matchAll(/^# TYPE (\S+) (\S+)$/gm)) {
      if (kind === 'histogram') for (const part of ['bucket', 'sum', 'count']) names.add(`${name}_${part}`);
      else names.add(name);
    }
    return names;
  }
}
