import type { IntakeForm } from './form.ts';
import { offeredForms } from './offered-forms.ts';
import { danger, ifIs, oneOf, pictures, scale, severalOf, text, tried, yesNo } from './questions.ts';

export const backJoint: IntakeForm = {
  id: 'back-joint',
  version: 2,
  title: offeredForms['back-joint'].title,
  source: 'NICE NG59 (low back pain); NHS: Back pain; NHS: Joint pain; NHS: Cauda equina syndrome',
  reviewed: false,
  questions: [
    danger([
      ['saddle', 'Numbness between the legs or around the anus', '会阴或肛周麻木', 'cauda-equina'],
      ['bladder', 'Loss of bladder or bowel control', '大小便失禁', 'cauda-equina'],
      ['chest', 'With chest pain', '伴胸痛', 'chest-pain'],
    ]),
    oneOf('where', 'Where does it hurt most?', '哪里最痛？', [
      ['low-back', 'Lower back', '腰部'],
      ['neck', 'Neck or upper back', '颈部或上背'],
      ['shoulder', 'Shoulder or arm', '肩或手臂'],
      ['hip', 'Hip', '髋部'],
      ['knee', 'Knee', '膝盖'],
      ['foot', 'Foot or ankle', '脚或踝'],
      ['hand', 'Hand or wrist', '手或腕'],
      ['many', 'Several joints', '多个关节'],
    ]),
    scale('pain', 'How bad is the pain?', '疼痛有多重？'),
    yesNo('injury', 'Did it start with a fall or an injury?', '是否由跌倒或外伤引起？', { group: 'injury' }),
    {
      kind: 'date',
      id: 'injury-day',
      text: text('Which day?', '哪一天？'),
      when: [ifIs('injury', 'yes')],
      group: 'injury',
    },
    severalOf('joint', 'Is the joint…', '关节是否……', [
      ['swollen', 'Swollen', '肿胀'],
      ['hot', 'Red or hot', '发红或发热'],
      ['stiff', 'Stiff for more than half an hour in the morning', '晨僵超过半小时'],
      ['locked', 'Locking or giving way', '卡住或打软'],
    ]),
    yesNo('leg', 'Does the pain go down a leg, or is a leg weak or numb?', '疼痛是否放射至腿部，或腿部无力、麻木？', {
      when: [ifIs('where', 'low-back')],
    }),
    yesNo('fever', 'Do you have a fever?', '是否发热？', { unsure: true }),
    pictures('Photos of the joint', '关节照片'),
    tried(),
  ],
};
