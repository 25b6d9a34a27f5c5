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
/** Characters of an answer in words. */
export const longestAnswer = 500;

/** Whom the questions are about. Age in completed years. */
export interface IntakeSubject {
  readonly sex: Sex;
  readonly age: number;
}

/** Yes and no are words like any other choice; several choices and pictures (their ids) are lists. A date is an ISO day. */
export type AnswerValue = string | number | readonly string[];
export type Answers = Readonly<Record<string, AnswerValue>>;

/** `is` also holds where a list has the word; numbers hold from a number on, or below one. */
export type AnswerTest = { readonly is: string } | { readonly from: number } | { readonly below: number };

/** Groups of people of whom something is asked, or not. */
export const subjectGroups = {
  infant: ({ age }) => age < 1,
  child: ({ age }) => age < 12,
  'not-infant': ({ age }) => age >= 1,
  adult: ({ age }) => age >= 18,
  'may-be-pregnant': ({ sex, age }) => sex !== 'male' && age >= 12 && age <= 55,
} as const satisfies Record<string, (subject: IntakeSubject) => boolean>;

/** When a question is asked: by what was answered earlier in the form, and by whom it is about. All of several must hold. */
export type Condition =
  | ({ readonly question: string } & AnswerTest)
  | { readonly subject: keyof typeof subjectGroups }
  | { readonly any: readonly Condition[] };

/** An answer that names a danger sign: it goes through the red-flag rules as words of the complaint do. */
export type DangerSign = { readonly flag: RedFlagId } & AnswerTest;

export interface Choice {
  readonly id: string;
  readonly text: LocalizedText;
  /** "None of these": it stands alone. */
  readonly alone?: true;
}

interface Question {
  /** Unique within the form, and never reused for another question in a later version. */
  readonly id: string;
  readonly text: LocalizedText;
  readonly help?: LocalizedText;
  readonly when?: readonly Condition[];
  /** May be left without an answer. */
  readonly optional?: true;
  /** Neighbours of one group stand on one screen. */
  readonly group?: string;
  readonly danger?: readonly DangerSign[];
}

export type IntakeQuestion = Question &
  (
    | { readonly kind: 'yes-no'; readonly unsure?: true }
    | { readonly kind: 'one-of'; readonly choices: readonly Choice[] }
    | { readonly kind: 'several-of'; readonly choices: readonly Choice[] }
    /** `unit` is a UCUM code; `places` are the digits after the point that count. */
    | {
        readonly kind: 'number';
        readonly unit: string;
        readonly unitText: LocalizedText;
        readonly min: number;
        readonly max: number;
        readonly places: number;
      }
    /** Whole numbers from 0 to 10; the ends say what they mean. */
    | { readonly kind: 'scale'; readonly least: LocalizedText; readonly most: LocalizedText }
    /** A day that is not ahead. */
    | { readonly kind: 'date' }
    | { readonly kind: 'text' }
    | { readonly kind: 'pictures' }
  );

export interface IntakeForm {
  readonly id: IntakeFormId;
  /** Answers name the version that they were given to. What was released is never changed: a change is a new version beside it. */
  readonly version: number;
  readonly title: LocalizedText;
  readonly questions: readonly IntakeQuestion[];
  /** The published guidance that the questions follow. */
  readonly source: string;
  /** Which clinician looked at the questions; none has yet where it is false. */
  readonly reviewed: false | string;
}
