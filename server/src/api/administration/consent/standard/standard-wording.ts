import type { Locale } from '@yunzhen/shared/core/locale';

/** A standard text in one language: a title and paragraphs, `# ` before a heading, lines with `- ` for a list. */
export interface StandardWording {
  title: string;
  paragraphs: string[];
}
export type StandardText = { en: StandardWording } & Partial<Record<Locale, StandardWording>>;
