import type {
  DocumentReference,
  QuestionnaireResponse,
  QuestionnaireResponseItem,
  QuestionnaireResponseItemAnswer,
} from '@medplum/fhirtypes';
import type { GivenForm } from '@yunzhen/shared/intake/intake-draft.schemas';
import type { Intake } from '@yunzhen/shared/visits/visits.contract';
import { answerText, choicesOf } from '@yunzhen/shared/intake/answers/answer-text';
import { intakeCatalogue } from '@yunzhen/shared/intake/forms/form-catalogue';
import type { AnswerValue, IntakeForm, IntakeQuestion } from '@yunzhen/shared/intake/forms/form';
import { coding, compact, either, iso, refer, systems, type Words } from './fhir-values.ts';

/** The data for a questionnaire response. */
export interface IntakeRow {
  id: string;
  patientId: string;
  intake: Intake | null;
  createdAt: Date;
  checkedInAt: Date | null;
}

/**
 * Returns an R4 QuestionnaireResponse with the patient’s answers before the visit, and the texts of the questions. The questions on the complaint are
 * a group with the form and its version.
 */
export function intakeOf(row: IntakeRow, words: Words): QuestionnaireResponse[] {
  const { intake } = row;
  if (!intake) return [];
  return [
    compact<QuestionnaireResponse>({
      resourceType: 'QuestionnaireResponse',
      id: `${row.id}-intake`,
      status: 'completed',
      subject: refer('Patient', row.patientId),
      encounter: refer('Encounter', row.id),
      authored: iso(row.checkedInAt ?? row.createdAt),
      source: refer('Patient', row.patientId),
      item: [...fixedItems(intake, words), ...(intake.form ? [formItem(intake.form, words)] : [])],
    }),
  ];
}

function fixedItems(intake: Intake, words: Words): QuestionnaireResponseItem[] {
  const asked: [string, string, string | boolean][] = [
    ['complaint', either(words, 'What troubles you', '哪里不舒服'), intake.complaint],
    ['duration', either(words, 'For how long', '持续多久'), intake.duration],
    ['priorDiagnosis', either(words, 'Diagnosed by a doctor before', '是否曾被医生诊断'), intake.priorDiagnosis],
    ['priorDiagnosisDetail', either(words, 'When, where, as what', '何时何地诊断为何病'), intake.priorDiagnosisDetail],
    [
      'allergiesConfirmed',
      either(words, 'The list of allergies is complete', '过敏史已确认'),
      intake.allergiesConfirmed,
    ],
    [
      'medicinesConfirmed',
      either(words, 'The list of medicines is complete', '用药史已确认'),
      intake.medicinesConfirmed,
    ],
  ];
  const items: QuestionnaireResponseItem[] = asked
    .filter(([, , answer]) => answer !== '')
    .map(([linkId, text, answer]) => ({
      linkId,
      text,
      answer: [typeof answer === 'boolean' ? { valueBoolean: answer } : { valueString: answer }],
    }));
  if (!intake.evidence?.length) return items;
  const text = either(words, 'Pictures of the earlier diagnosis', '既往诊断资料');
  return [...items, { linkId: 'priorDiagnosisEvidence', text, answer: intake.evidence.map(pictureAnswer) }];
}

function formItem({ id, version, answers }: GivenForm, words: Words): QuestionnaireResponseItem {
  const form = intakeCatalogue.find(id, version);
  const group = { linkId: `${id}.${version}`, text: form ? words.text(form.title) : id };
  if (!form) return group;
  return { ...group, item: answeredQuestions(form, answers).map((question) => itemOf(form, question, answers, words)) };
}

/** Returns only answered questions, because which questions were asked depends on facts that a response does not contain. */
function answeredQuestions(form: IntakeForm, answers: GivenForm['answers']): IntakeQuestion[] {
  return form.questions.filter(({ id }) => answers[id] !== undefined);
}

function itemOf(
  form: IntakeForm,
  question: IntakeQuestion,
  answers: GivenForm['answers'],
  words: Words,
): QuestionnaireResponseItem {
  const answer = answers[question.id] ?? '';
  return {
    linkId: `${form.id}.${form.version}.${question.id}`,
    text: words.text(question.text),
    answer: answersOf(form, question, answer, words),
  };
}

/** Returns the answers: yes and no as booleans, "not sure" and choices as codings of the form, figures with their UCUM unit. */
function answersOf(
  form: IntakeForm,
  question: IntakeQuestion,
  answer: AnswerValue,
  words: Words,
): QuestionnaireResponseItemAnswer[] {
  const choice = (id: string) => {
    const text = choicesOf(question).find((one) => one.id === id)?.text;
    const system = systems.own(`intake:${form.id}:${question.id}`);
    return { valueCoding: coding(system, id, text && words.text(text)) };
  };
  switch (question.kind) {
    case 'yes-no':
      return [answer === 'unsure' ? choice('unsure') : { valueBoolean: answer === 'yes' }];
    case 'one-of':
      return [choice(String(answer))];
    case 'several-of':
      return listOf(answer).map(choice);
    case 'number':
      return [
        {
          valueQuantity: {
            value: Number(answer),
            unit: words.text(question.unitText),
            system: systems.ucum,
            code: question.unit,
          },
        },
      ];
    case 'scale':
      return [{ valueInteger: Number(answer) }];
    case 'date':
      return [{ valueDate: String(answer) }];
    case 'text':
      return [{ valueString: words.text(answerText(question, answer)) }];
    case 'pictures':
      return listOf(answer).map(pictureAnswer);
  }
}

const listOf = (answer: AnswerValue): readonly string[] => (typeof answer === 'object' ? answer : [String(answer)]);

const pictureAnswer = (id: string): QuestionnaireResponseItemAnswer => ({
  valueReference: refer('DocumentReference', pictureId(id)),
});

const pictureId = (id: string) => `${id}-intake`;

export interface IntakePictureRow {
  id: string;
  patientId: string;
  visitId: string;
  type: string;
  bytes: number;
  uploadedAt: Date;
}

const endings: Record<string, string> = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' };

/** Returns the path of the picture in the archive. */
export const intakePicturePath = ({ id, type }: Pick<IntakePictureRow, 'id' | 'type'>): string =>
  `files/intake/${id}.${endings[type] ?? 'bin'}`;

/** Returns an R4 DocumentReference to a submitted picture; its bytes are beside the bundle. */
export function intakePictureOf(row: IntakePictureRow, words: Words): DocumentReference {
  return compact<DocumentReference>({
    resourceType: 'DocumentReference',
    id: pictureId(row.id),
    status: 'current',
    subject: refer('Patient', row.patientId),
    date: iso(row.uploadedAt),
    author: [refer('Patient', row.patientId)],
    description: either(words, 'Picture given before the visit', '诊前提供的照片'),
    content: [{ attachment: { contentType: row.type, url: intakePicturePath(row), size: row.bytes } }],
    context: { encounter: [refer('Encounter', row.visitId)] },
  });
}
