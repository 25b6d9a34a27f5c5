import type { LocalizedText } from '../../core/locale.ts';
import type { AnswerValue, IntakeQuestion } from '../forms/form.ts';

const yes: LocalizedText = { en: 'Yes', zh: '是' };
const no: LocalizedText = { en: 'No', zh: '否' };
const unsure: LocalizedText = { en: 'Not sure', zh: '不确定' };
const yesNo: Readonly<Record<string, LocalizedText>> = { yes, no, unsure };

/** Returns the choices of a question as shown; empty for other kinds. */
export function choicesOf(question: IntakeQuestion): readonly { id: string; text: LocalizedText; alone?: true }[] {
  if (question.kind === 'yes-no') {
    const choices = [
      { id: 'yes', text: yes },
      { id: 'no', text: no },
    ];
    return question.unsure ? [...choices, { id: 'unsure', text: unsure }] : choices;
  }
  return 'choices' in question ? question.choices : [];
}

/** Returns an answer in both languages; free text is unchanged in both. Pictures have no text. */
export function answerText(question: IntakeQuestion, answer: AnswerValue): LocalizedText {
  switch (question.kind) {
    case 'yes-no':
      return yesNo[String(answer)] ?? asIs(String(answer));
    case 'one-of':
    case 'several-of': {
      const chosen = (typeof answer === 'object' ? answer : [String(answer)]).map((id) => choiceText(question, id));
      return { en: chosen.map(({ en }) => en).join('; '), zh: chosen.map(({ zh }) => zh).join('；') };
    }
    case 'number':
      return { en: `${answer} ${question.unitText.en}`, zh: `${answer} ${question.unitText.zh}` };
    case 'scale':
      return asIs(`${answer} / 10`);
    case 'date':
    case 'text':
      return asIs(String(answer));
    case 'pictures':
      return asIs('');
  }
}

function choiceText(question: IntakeQuestion, id: string): LocalizedText {
  return choicesOf(question).find((choice) => choice.id === id)?.text ?? asIs(id);
}

const asIs = (text: string): LocalizedText => ({ en: text, zh: text });
