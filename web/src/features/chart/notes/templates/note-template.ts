import type { NoteContent } from '@yunzhen/shared/chart/notes.contract';
import { noteSections } from '@yunzhen/shared/chart/note';
import { type Locale, type LocalizedText, readsHan } from '@yunzhen/shared/core/locale';

/** Prompts for the note of one complaint: what to ask, examine and consider. It contains no findings; `***` marks each blank. */
export interface NoteTemplate {
  readonly id: string;
  readonly name: LocalizedText;
  /** Lower-case words of a complaint, in either language, for which this template is suggested. */
  readonly words: readonly string[];
  readonly en: NoteContent;
  readonly zh: NoteContent;
}

/**
 * Returns the templates for a complaint, best first by number of matching words. Templates without a match follow in catalogue order; `offered`
 * counts the matching ones.
 */
export function templatesFor(
  complaint: string,
  templates: readonly NoteTemplate[],
): { templates: NoteTemplate[]; offered: number } {
  const said = complaint.toLowerCase();
  const scored = templates.map((template) => ({
    template,
    score: template.words.filter((word) => says(said, word)).length,
  }));
  const hits = scored.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
  const rest = scored.filter(({ score }) => score === 0);
  return { templates: [...hits, ...rest].map(({ template }) => template), offered: hits.length };
}

/**
 * Returns whether the complaint contains the word. Latin words match as whole words or their beginnings ("coughing" matches "cough", "brash" does not
 * match "rash").
 */
function says(said: string, word: string): boolean {
  if (!/^[a-z]/.test(word)) return said.includes(word);
  return new RegExp(`(^|[^a-z])${word}`).test(said);
}

/** Adds a template below the written text. Typed text stays unchanged, and a text that is already there is not added twice. */
export function withTemplate(content: NoteContent, template: NoteTemplate, locale: Locale): NoteContent {
  const added = readsHan(locale) ? template.zh : template.en;
  const sections = noteSections.map((section) => {
    const typed = content[section];
    const text = added[section];
    if (text === '' || typed.includes(text)) return [section, typed];
    return [section, typed.trim() === '' ? typed + text : `${typed.replace(/\n$/, '')}\n${text}`];
  });
  return Object.fromEntries(sections) as NoteContent;
}
