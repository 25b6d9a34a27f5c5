import { describe, expect, it } from 'vitest';
import { noteContent } from '@yunzhen/shared/chart/notes.schemas';
import { noteSections } from '@yunzhen/shared/chart/note';
import { blanksIn, withoutEmptyPrompts } from '@yunzhen/shared/chart/note-blank';
import { acuteComplaints } from './acute-complaints.ts';
import { furtherComplaints } from './further-complaints.ts';
import { outpatientRecord } from './outpatient-record.ts';
import { templatesFor, withTemplate } from './note-template.ts';

const all = [...acuteComplaints, ...furtherComplaints];
const first = (complaint: string) => {
  const { templates, offered } = templatesFor(complaint, all);
  return offered > 0 ? templates[0]?.id : undefined;
};
const blank = { subjective: '', objective: '', assessment: '', plan: '' };

describe('Note templates', () => {
  it('are at least fifteen, each in both languages with a question and a plan', () => {
    expect(all.length).toBeGreaterThanOrEqual(15);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const { en, zh, name } of all) {
      expect(name.en && name.zh).toBeTruthy();
      for (const content of [en, zh]) {
        expect(noteContent.safeParse(content).success).toBe(true);
        expect(content.subjective && content.plan).toBeTruthy();
      }
      for (const section of noteSections) expect(en[section] === '').toBe(zh[section] === '');
    }
  });

  it('mark each blank, and leave nothing of an empty prompt behind', () => {
    for (const { id, en, zh } of [outpatientRecord, ...all])
      for (const content of [en, zh])
        for (const section of noteSections) {
          const text = content[section];
          expect(
            blanksIn(text).every(({ droppable, prompt }) => droppable && prompt !== ''),
            `${id} ${text}`,
          ).toBe(true);
          // A prompt without a mark, an unmarked list entry, or alternatives of which none is chosen.
          expect(text, id).not.toMatch(/[:：]\s*([;；,，\n]|$)|\s([,;；、\n]|$)/);
          expect(withoutEmptyPrompts(text), id).not.toMatch(/\*|[:：]\s*$|[;；,，、]\s*$/m);
        }
  });

  it.each([
    ['咳嗽三天 · cough for three days', 'cough-fever'],
    ['Sore throat, as last year', 'sore-throat'],
    ['宝宝发烧', 'cough-fever'],
    ['血压高，复诊', 'hypertension'],
    ['My eyes are red', 'eye-redness'],
    ['拉肚子', 'diarrhoea'],
    ['water brash', undefined],
    ['', undefined],
  ])('are suggested by the patient’s complaint: %s', (complaint, id) => {
    expect(first(complaint)).toBe(id);
  });

  it('never remove typed text, and are inserted once', () => {
    const [template] = all;
    if (!template) throw new Error('no template');
    const typed = { ...blank, subjective: 'coughs at night  ', plan: '休息\n' };
    const once = withTemplate(typed, template, 'en');
    expect(once.subjective).toBe(`coughs at night  \n${template.en.subjective}`);
    expect(once.plan).toBe(`休息\n${template.en.plan}`);
    expect(once.assessment).toBe('');
    expect(withTemplate(once, template, 'en')).toEqual(once);
    expect(withTemplate(blank, template, 'zh-CN').subjective).toBe(template.zh.subjective);
  });
});
