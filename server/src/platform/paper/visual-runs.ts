import bidiFactory, { type Bidi } from 'bidi-js';
import { clustersOf, type Cluster } from './faces.ts';
import type { Face } from './fonts.ts';

/** A part of a line in one face, as the font expects it: a right-to-left script in the order of reading. */
export interface Run {
  readonly face: Face;
  readonly text: string;
}

interface LevelledRun {
  readonly face: Face;
  readonly level: number;
  readonly clusters: Cluster[];
}

/** The package’s types describe its module, and Node loads its script. */
const bidi = (bidiFactory as unknown as () => Bidi)();
/** The font lays these out from right to left. */
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/**
 * Returns the runs of one line from left to right, by the Unicode Bidirectional Algorithm (UAX 9, rule L2). The line’s own direction is left to
 * right, as that of the page, so that a label and its value do not change places.
 */
export function visualRuns(line: string): Run[] {
  const clusters = clustersOf(line);
  const whole = clusters.map(({ text }) => text).join('');
  const { levels } = bidi.getEmbeddingLevels(whole, 'ltr');
  const runs: LevelledRun[] = [];
  let at = 0;
  for (const cluster of clusters) {
    const level = levels[at] ?? 0;
    at += cluster.text.length;
    const last = runs.at(-1);
    if (last?.face === cluster.face && last.level === level) last.clusters.push(cluster);
    else runs.push({ face: cluster.face, level, clusters: [cluster] });
  }
  return reordered(runs).map(({ face, level, clusters: own }) => ({ face, text: textOf(own, level) }));
}

/** Rule L2: from the highest level down, reverses what is at that level or above. */
function reordered(runs: LevelledRun[]): LevelledRun[] {
  const result = [...runs];
  for (let level = Math.max(0, ...runs.map((run) => run.level)); level > 0; level--) {
    for (let start = 0; start < result.length; start++) {
      let end = start;
      while ((result[end]?.level ?? 0) >= level) end++;
      if (end === start) continue;
      result.splice(start, end - start, ...result.slice(start, end).reverse());
      start = end;
    }
  }
  return result;
}

/** Reverses what the font would not: brackets and spaces between words of a right-to-left script, mirrored (rule L4). */
function textOf(clusters: readonly Cluster[], level: number): string {
  const texts = clusters.map(({ text }) => text);
  if (level % 2 === 0) return texts.join('');
  const mirrored = texts.map((text) => bidi.getMirroredCharacter(text) ?? text);
  return (rightToLeft.test(texts.join('')) ? mirrored : mirrored.reverse()).join('');
}
