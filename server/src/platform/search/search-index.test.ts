import { describe, expect, it } from 'vitest';
import { fullPinyin } from './full-pinyin.ts';
import type { SearchEntry } from './search-index.ts';
import { SearchIndex } from './search-index.ts';

const entries: SearchEntry[] = [
  {
    codes: ['I10'],
    phrases: ['Essential hypertension', 'high blood pressure', 'htn'],
    han: ['原发性高血压', '高血压'],
    pinyin: ['yfxgxy', 'gxy'],
  },
  { codes: ['I11.9'], phrases: ['Hypertensive heart disease'], han: ['高血压性心脏病'], pinyin: ['gxyxxzb'] },
  { codes: ['I95.9'], phrases: ['Hypotension', 'low blood pressure'], han: ['低血压'], pinyin: ['dxy'] },
  { codes: ['K20'], phrases: ['Oesophagitis'], han: ['食管炎'], pinyin: ['sgy'] },
  { codes: ['J45.9'], phrases: ['Asthma'], han: ['哮喘'], pinyin: ['xc'] },
  { codes: ['J15.7'], phrases: ['Pneumonia due to Mycoplasma'], han: ['支原体肺炎'], pinyin: ['zytfy'] },
];
const index = new SearchIndex(entries);
const found = (query: string, limit?: number) => index.search(query, limit).map((hit) => entries[hit.entry]?.codes[0]);

describe('search by full pinyin and with one other character', () => {
  const names = ['二甲双胍片', '过敏性鼻炎', '荨麻疹', '硝苯地平缓释片'];
  const spelt = new SearchIndex(
    names.map((name) => ({ codes: [], phrases: [], han: [name], pinyin: [], spelt: fullPinyin([name]) })),
  );

  it.each([
    ['the beginning of a spelling', 'erjiashuanggua', '二甲双胍片'],
    ['a spelling in syllables', 'er jia shuang gua', '二甲双胍片'],
    ['the end of a name', 'biyan', '过敏性鼻炎'],
    ['what the dictionary says', 'qianmazhen', '荨麻疹'],
    ['what people say', 'xunmazhen', '荨麻疹'],
    ['another character', '二甲双瓜', '二甲双胍片'],
    ['another character within', '硝苯地平控释片', '硝苯地平缓释片'],
    ['a name within a longer one', '盐酸二甲双胍片每日', '二甲双胍片'],
  ])('finds by %s', (_, query, expected) => {
    expect(names[spelt.search(query)[0]?.entry ?? -1]).toBe(expected);
  });

  it('finds nothing with two other characters, or from within a syllable', () => {
    for (const query of ['二乙双瓜', 'uanggua', 'iyan']) expect(spelt.search(query)).toEqual([]);
  });
});

describe('search index', () => {
  it.each([
    ['a code', 'I10', 'I10'],
    ['a code without its dot, in small letters', 'j459', 'J45.9'],
    ['the beginning of a code', 'k2', 'K20'],
    ['an abbreviation', 'HTN', 'I10'],
    ['the beginning of a word', 'hypoten', 'I95.9'],
    ['words in another order', 'pressure low', 'I95.9'],
    ['a letter left out', 'high blood presure', 'I10'],
    ['two letters swapped', 'ashtma', 'J45.9'],
    ['two slips in a long word', 'mycoplsmaa', 'J15.7'],
    ['the other spelling of a ligature', 'esophagitis', 'K20'],
    ['part of a Chinese name', '心脏', 'I11.9'],
    ['Chinese in another order', '肺炎支原体', 'J15.7'],
    ['pinyin initials', 'gxy', 'I10'],
    ['pinyin initials from within a name', 'xzb', 'I11.9'],
    ['full-width letters', 'ｈｔｎ', 'I10'],
  ])('finds by %s', (_, query, expected) => {
    expect(found(query)[0]).toBe(expected);
  });

  it('ranks a complete name before a name that only begins with it', () => {
    expect(found('高血压')).toEqual(['I10', 'I11.9']);
  });

  it.each(['', '   ', '!!!', 'zzzzqqqq', '龘'])('finds nothing for %j', (query) => {
    expect(found(query)).toEqual([]);
  });

  it('does not correct short words', () => {
    expect(found('htm')).toEqual([]);
    const four = new SearchIndex([{ codes: [], phrases: ['Gout'], han: [], pinyin: [] }]);
    expect(four.search('gour')).toEqual([]);
  });

  it('does not return a name that contains only one of two Chinese parts', () => {
    expect(found('高血压 哮喘')).toEqual([]);
  });

  it('falls back to most of the words when no name contains all', () => {
    expect(found('high blood pressure yesterday')[0]).toBe('I10');
  });

  it('returns the best results up to the limit', () => {
    expect(found('I', 2)).toHaveLength(2);
    expect(found('blood pressure', 1)).toHaveLength(1);
  });

  it('orders equal matches by weight', () => {
    const weighted = new SearchIndex([
      { codes: [], phrases: ['Cold A'], han: [], pinyin: [] },
      { codes: [], phrases: ['Cold B'], han: [], pinyin: [], weight: 1 },
    ]);
    expect(weighted.search('cold').map((hit) => hit.entry)).toEqual([1, 0]);
  });

  it('handles a query of hostile length', () => {
    expect(found('a'.repeat(100_000))).toEqual([]);
    expect(found('高'.repeat(100_000))).toEqual([]);
  });
});
