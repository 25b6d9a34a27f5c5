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

/** Why there is no answer: no network, or none in time, to a request that only reads or to one that may have changed something. */
export type NoAnswer = 'offline' | 'late' | 'late-change';

/** One text for every code that the hospital's programs may answer with, and for each kind of no answer. */
export type ErrorTexts = Record<ErrorCode | NoAnswer, ErrorText>;
