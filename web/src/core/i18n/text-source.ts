import type { Locale } from '@yunzhen/shared/core/locale';
import type { ErrorTexts, MessageTree, PathsOf } from './message-shape.ts';

/** The texts of the app. The file that gathers them adds `areas`, the tree of every text, by declaration merging. */
export interface RegisteredTexts {
  readonly errors: ErrorTexts;
}
type Areas = RegisteredTexts extends { readonly areas: infer Tree } ? Tree : Record<string, MessageTree>;

/** A part of the texts that is fetched separately, named by the first word of its keys. */
export type TextArea = keyof Areas & string;
/** The dotted path of a text. */
export type MessageKey = RegisteredTexts extends { readonly areas: infer Tree } ? PathsOf<Tree> : string;

/** Fetches the texts of a language in parts. */
export interface TextSource {
  /** Every page has these; they come with the texts of errors. */
  readonly startAreas: readonly TextArea[];
  loadArea(locale: Locale, area: TextArea): Promise<MessageTree>;
  /** The whole language, for pages that do not name what they need. */
  loadEveryArea(locale: Locale): Promise<Record<string, MessageTree>>;
  /** What the language says instead of the English texts in shared code; none where there is no file. */
  loadContent(locale: Locale): Promise<Readonly<Record<string, string>>>;
  loadErrorTexts(locale: Locale): Promise<Partial<ErrorTexts>>;
  /** The errors of staff’s pages. */
  loadStaffErrorTexts(locale: Locale): Promise<Partial<ErrorTexts>>;
}
