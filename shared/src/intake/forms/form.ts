import type { LocalizedText } from '../../core/locale.ts';
import type { Sex } from '../../core/patient.ts';
import type { RedFlagId } from '../danger-signs/red-flag-rules.ts';

export const intakeFormIds = [
  'fever',
  'cough-throat',
  'skin',
  'abdomen',
  'headache',
  'urinary',
  'back-joint',
  'eye',
  'ear',
  'ill-child',
  'mood',
  'womens-health',
  'long-term',
  'repeat-medicine',
  'general',
] as const;
export type IntakeFormId = (typeof intakeFormIds)[number];

/** Pictures of one intake, over all of its questions. */
export const picturesOfIntakeLimit = 6;
/** Characters of a free-text answer. */
export const longestAnswer = 500;

/** The person whom the questions are about. Age in completed years. */
export interface IntakeSubject {
  readonly sex: Sex;
  readonly age: number;
}

/** Yes and no are strings like any other choice; several choices and pictures (their ids) are lists. A date is an ISO day. */
export type AnswerValue = string | number | readonly string[];
export type Answers = Readonly<Record<string, AnswerValue>>;

/** `is` also matches a list that contains the choice; numbers match from a value on, or below one. */
export type AnswerTest = { readonly is: string } | { readonly from: number } | { readonly below: number };

/** Groups of people who are asked, or not. */
export const subjectGroups = {
  infant: ({ age }) => age < 1,
  child: ({ age }) => age < 12,
  'not-infant': ({ age }) => age >= 1,
  adult: ({ age }) => age >= 18,
  'may-be-pregnant': ({ sex, age }) => sex !== 'male' && age >= 12 && age <= 55,
} as const satisfies Record<string, (subject: IntakeSubject) => boolean>;

/** When a question is asked: by earlier answers in the form, and by the person. All of several conditions must hold. */
export type Condition =
  | ({ readonly question: string } & AnswerTest)
  | { readonly subject: keyof typeof subjectGroups }
  | { readonly any: readonly Condition[] };

/** An answer that names a danger sign; the red-flag rules apply to it as to free text. */
export type DangerSign = { readonly flag: RedFlagId } & AnswerTest;

export interface Choice {
  readonly id: string;
  readonly text: LocalizedText;
  /** "None of these": excludes other choices. */
  readonly alone?: true;
}

interface Question {
  /** Unique within the form, and never reused for another question in a later version. */
  readonly id: string;
  readonly text: LocalizedText;
  readonly help?: LocalizedText;
  readonly when?: readonly Condition[];
  /** May be left unanswered. */
  readonly optional?: true;
  /** Neighbours of one group belong together. */
  readonly group?: string;
  readonly danger?: readonly DangerSign[];
}

export type IntakeQuestion = Question &
  (
    | { readonly kind: 'yes-no'; readonly unsure?: true }
    | { readonly kind: 'one-of'; readonly choices: readonly Choice[] }
    | { readonly kind: 'several-of'; readonly choices: readonly Choice[] }
    /** `unit` is a UCUM code; `places` is the number of significant decimals. */
    | {
        readonly kind: 'number';
        readonly unit: string;
        readonly unitText: LocalizedText;
        readonly min: number;
        readonly max: number;
        readonly places: number;
      }
    /** Integers from 0 to 10; `least` and `most` label the ends. */
    | { readonly kind: 'scale'; readonly least: LocalizedText; readonly most: LocalizedText }
    /** A day that is not in the future. */
    | { readonly kind: 'date' }
    | { readonly kind: 'text' }
    | { readonly kind: 'pictures' }
  );

export interface IntakeForm {
  readonly id: IntakeFormId;
  /** Stored with answers. A released version never changes: a change is a further version. */
  readonly version: number;
  readonly title: LocalizedText;
  readonly questions: readonly IntakeQuestion[];
  /** The published guidance that the questions follow. */
  readonly source: string;
  /** The clinician who reviewed the questions; false without a review. */
  readonly reviewed: false | string;
}
