import { expect, it } from 'vitest';
import { withSpacesAsCommas } from './reading/spaces-as-commas.ts';
import { findRedFlags } from './red-flags.ts';

const isStopped = (text: string) => findRedFlags(text, { ageYears: null }).length > 0;

it('reads a space between Chinese phrases as a comma, and keeps words together', () => {
  expect(withSpacesAsCommas('老慢支犯了 指夹子测氧78 嘴唇发紫')).toBe('老慢支犯了,指夹子测氧78,嘴唇发紫');
  for (const text of ['我 妈妈 突然 胸口 疼 得 厉害', '完全不能 走路说话了', '叫都叫 不醒', '吃了 20 片安眠药'])
    expect(withSpacesAsCommas(text)).toBe(text);
});

it('stops what a request after a space would hide, and a word that a space splits', () => {
  const texts = [
    '老慢支犯了 指夹子测氧78 嘴唇发紫 能不能给开点消炎药像上回一样',
    '骨头茬子 戳出来了',
    '四岁把纽扣电池  塞鼻孔里了',
    '她把她奶奶的降压药 都吃了',
  ];
  expect(texts.filter((text) => !isStopped(text))).toEqual([]);
});

it('reads a list of what is denied as one, and stops what follows one denied word', () => {
  for (const text of [
    '否认发热 胸痛 呼吸困难',
    '孕28周 无腹痛 流血 流水',
    '没有胸痛 呼吸困难 咳血',
    '没有呕吐 腹泻 黑便',
  ])
    expect(isStopped(text), text).toBe(false);
  for (const text of ['没发烧 喘不上气', '不发烧 胸口压着疼', '没有发烧 嘴唇发紫'])
    expect(isStopped(text), text).toBe(true);
});
