import type { ErrorCode } from '@yunzhen/shared/core/errors';

export interface MessageTree {
  readonly [key: string]: string | MessageTree;
}

/** The same keys as another tree, with texts of one's own: a language that lacks a text does not compile. */
export type Translated<Tree> = { [Key in keyof Tree]: Tree[Key] extends string ? string : Translated<Tree[Key]> };

/** Dotted paths to every text of the tree. */
export type PathsOf<Tree> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? Key : `${Key}.${PathsOf<Tree[Key]>}`;
}[keyof Tree & string];

/** What happened; and what is safe and what to do now. */
export interface ErrorText {
  title: string;
  text: string;
}

/** One text for every code that the hospital's programs may answer with, and one for no answer at all. */
export type ErrorTexts = Record<ErrorCode | 'offline', ErrorText>;
