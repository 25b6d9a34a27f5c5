import type { IntakeForm } from './form.ts';
import { offeredForms } from './offered-forms.ts';
import { danger, ifIs, pictures, scale, severalOf, temperature, tried, words, yesNo } from './questions.ts';

export const skin: IntakeForm = {
  id: 'skin',
  version: 2,
  title: offeredForms.skin.title,
  source: 'NHS: Skin rashes; NHS: Anaphylaxis; NHS: Meningitis; NICE CKS: Cellulitis',
  reviewed: false,
  questions: [
    danger([
      ['swelling', 'Lips, tongue or throat are swelling', '嘴唇、舌头或咽喉肿胀', 'anaphylaxis'],
      ['breathless', 'Difficulty breathing', '呼吸困难', 'breathing'],
      [
        'spots',
        'A rash that does not fade when pressed with a glass, with fever',
        '压之不褪色的皮疹伴发热',
        'meningitis',
      ],
      ['burn', 'A large burn, or a burn on the face or hands', '大面积烧烫伤，或伤及面部、手部', 'severe-burn'],
    ]),
    severalOf('where', 'Where is it?', '在哪个部位？', [
      ['face', 'Face or scalp', '面部或头皮'],
      ['trunk', 'Chest, belly or back', '胸腹或背部'],
      ['arms', 'Arms or hands', '手臂或手'],
      ['legs', 'Legs or feet', '腿或脚'],
      ['folds', 'Skin folds or groin', '皮肤皱褶处或腹股沟'],
      ['mouth', 'Mouth, eyes or genitals', '口腔、眼睛或外阴'],
    ]),
    severalOf('what', 'What does it look or feel like?', '是什么样子？', [
      ['itch', 'It itches', '发痒'],
      ['pain', 'It hurts', '疼痛'],
      ['blisters', 'Blisters', '水疱'],
      ['scales', 'Scaly or flaking', '脱屑'],
      ['weeps', 'Weeping or pus', '渗液或流脓'],
      ['spreads', 'Red, hot and spreading', '红肿发热并扩散'],
    ]),
    scale('itch', 'How bad is the itching?', '瘙痒有多重？', { when: [ifIs('what', 'itch')] }),
    yesNo('fever', 'Do you have a fever?', '是否发热？', { unsure: true, group: 'fever' }),
    temperature({ when: [ifIs('fever', 'yes')], group: 'fever' }),
    severalOf('new', 'Did any of these happen before it started?', '发病前有无以下情况？', [
      ['medicine', 'A new medicine', '新用药物'],
      ['food', 'A particular food', '某种食物'],
      ['product', 'A new cosmetic or washing product', '化妆品或洗涤用品'],
      ['bite', 'A bite or sting', '虫咬或蜇伤'],
      ['contact', 'Someone close to me has it too', '身边有人也有'],
    ]),
    words('new-what', 'Which one?', '具体是什么？', {
      when: [{ any: [ifIs('new', 'medicine'), ifIs('new', 'food'), ifIs('new', 'product')] }],
    }),
    pictures('Photos of the skin', '皮肤照片'),
    tried(),
  ],
};
