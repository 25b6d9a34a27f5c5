import { describe, expect, it } from 'vitest';
import { findRedFlags } from './red-flags.ts';

const isSuicidal = (text: string) => findRedFlags(text, { ageYears: null }).includes('suicidal');

describe('warning signs of suicide that do not name it', () => {
  it('count when two different ones are together', () => {
    const texts = [
      'I found new homes for my cats and after Friday nobody has to worry about me',
      'sorry for everything, please look after my kids',
      'I feel worthless and keep staring at the river',
      'counted the tablets again tonight. I just want to fall asleep and never have to face tomorrow, painless',
      '谢谢大家这么久的照顾，房子和存款都留给孩子了，密码写在本子上，别怪我',
      '我就是个累赘，过了今晚就没人嫌我了',
      '一个人坐在江边吹风，真的很累了',
      '狗送给邻居了，下辈子再做母子',
    ];
    expect(texts.filter((text) => !isSuicidal(text))).toEqual([]);
  });

  it('count alone when they are about harming oneself', () => {
    const texts = ['怎么死不痛，想好怎么走了', '割一下见血才踏实', '我不配活', 'wish that lorry had hit me'];
    expect(texts.filter((text) => !isSuicidal(text))).toEqual([]);
  });

  it('are harmless alone', () => {
    const texts = [
      'This is my last appointment for you to check the knee',
      'what is the point of the second tablet?',
      'gave my old glucose meter to a friend, can I have a new one',
      'how many of the tests do I need',
      'can we put a date in mind for the operation',
      '最后一次月经是三号',
      '银行卡放在窗口了，怎么退费',
      '检查都安排好了，要空腹吗',
      '膝盖真的很累了，爬山以后',
      '保险理赔要写明诊断',
    ];
    expect(texts.filter((text) => isSuicidal(text))).toEqual([]);
  });

  it('count as everyday words beside a strong sign, or of three kinds', () => {
    const texts = [
      'saved up my tablets and turned my phone off',
      'I feel worthless and I have a plan',
      'I am a burden. Left food for the cat for the weekend',
      'please do not blame yourselves, I have written all the letters',
      'I keep staring at the rope and need to tell someone',
      'empty inside, I just want some quiet',
      'googling how painless dying is like. my phone is off now',
      'hate my life, the letters are finished. wrote the cards today',
      'I want it to stop, everyone would be better off',
      'hoarding insulin, I have a date',
      '我就是个累赘，手机关了',
      '活得太累了，猫粮都备了',
      '安眠药攒了一抽屉，有计划了',
      '别怪我，只想安静一下',
      '没人在乎我，日子选好了，选好日子了',
      '下辈子再见，手机也关了',
      '遗书在桌上，不用担心我',
      '拖累家里，想跟人说一声',
      '绝望了，东西都准备好了',
      '撑不下去了，信都写好了',
      'texted everybody sorry, I am on the bridge',
      'they will never have to worry about me after today, phone is off',
      'I have written the letters, put out food for the dog for three days and just want it to stop',
      '过了今天你们不用担心我，手机关了',
      '手机关了，药都数好了',
    ];
    expect(texts.filter((text) => !isSuicidal(text))).toEqual([]);
  });

  it('are harmless as two everyday words', () => {
    const texts = [
      'I left food for the cat for the weekend. My phone was switched off on the flight, and since landing my ear hurts.',
      'My phone was off, I need to tell someone about this rash',
      'we have a plan with the physio, my phone was switched off when you called',
      'thank you for everything. I plan to start running again',
      'I texted the clinic sorry for being late. I have a plan for my diet',
      'I want the itching and the noise in my ear, I want it to stop. Wrote my notes on paper',
      'my son wants some quiet. I have written the cards with his readings',
      'stood on the platform when my phone was switched off, now my knee hurts',
      'how many of these tablets do I take? my phone was off so I missed the call',
      'you do not have to worry about me, thanks for everything',
      'I look after my mum and my phone was off',
      '邻居太吵，只想安静一下睡个好觉，有计划搬家，最近失眠',
      '手机关了没接到电话，猫粮备了，准备出差，耳朵疼',
      '最后一次化疗都安排好了',
      '最后一次来月经是三号，手机关机了',
      '谢谢医生一直照顾，住院的事都安排好了',
      '手术定了日子，谢谢医生一直照顾',
      '带娃真的太累了，只想安静一下',
      '想让孩子过得更好，有计划搬家',
      '推荐信写好了，东西也准备好了，要体检',
      '今天就到这里吧，谢谢医生一直耐心',
      '站在站台等车，手机关了，膝盖疼',
      '闭上眼就头晕，只想静静',
    ];
    expect(texts.filter((text) => isSuicidal(text))).toEqual([]);
  });

  it('do not count for someone who has died', () => {
    expect(isSuicidal('表哥前几天跳楼走了，我怎么安慰舅妈')).toBe(false);
  });
});
