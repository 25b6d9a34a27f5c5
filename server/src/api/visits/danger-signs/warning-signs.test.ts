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

  it('do not count for someone who has died', () => {
    expect(isSuicidal('表哥前几天跳楼走了，我怎么安慰舅妈')).toBe(false);
  });
});
