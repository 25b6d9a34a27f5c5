import type { ErrorCode } from '@yunzhen/shared/core/errors';

export interface MessageTree {
  readonly [key: string]: string | MessageTree;
}

/** The keys of another tree with translated texts: a language that lacks a text does not compile. */
export type Translated<Tree> = { [Key in keyof Tree]: Tree[Key] extends string ? string : Translated<Tree[Key]> };

/** Dotted paths to every text of the tree. */
export type PathsOf<Tree> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? Key : `${Key}.${PathsOf<Tree[Key]>}`;
}[keyof Tree & string];

/** What happened; and what is safe and what to do next. */
export interface ErrorText {
  title: string;
  text: string;
}

/** Why there is no answer: no network, or a timeout of a read or of a possible change. */
export type NoAnswer = 'offline' | 'late' | 'late-change';

/** One text for every error code of the hospital’s programs, and for each kind of missing answer. */
export type ErrorTexts = Record<ErrorCode | NoAnswer, ErrorText>;
