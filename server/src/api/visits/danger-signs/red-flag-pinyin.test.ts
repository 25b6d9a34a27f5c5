import { describe, expect, it } from 'vitest';
import type { RedFlagId } from '@yunzhen/shared/intake/danger-signs/red-flag-rules';
import { findRedFlags } from './red-flags.ts';

const adult = { ageYears: 40 };
const find = (text: string) => findRedFlags(text, adult);

/** For each rule: texts with the sign, and texts with similar spelling or a negation. */
const typed: Partial<Record<RedFlagId, { yes: string[]; no: string[] }>> = {
  'chest-pain': {
    yes: ['xiongtong', 'xiong tong', 'xiongmen', 'xiongkou hen tong', 'xin jiao tong fan le', 'xinjigengsi', 'xjgs'],
    no: ['xinteng haizi', 'xiong', 'xiongtongji', 'meiyou xiongtong', 'mei you xiong tong', 'xt', 'xm', 'jianxiong'],
  },
  stroke: {
    yes: ['zhongfeng', 'naogeng', 'nao cu zhong', 'zui wai', 'zuoshou turan wuli', 'shuohua buqing'],
    no: ['meiyou zhongfeng', 'zhongfengwu', 'wuli', 'zf'],
  },
  breathing: {
    yes: ['huxikunnan', 'hu xi kun nan', 'huxi hen kunnan', 'chuan bu shang qi', 'chuanbuguoqilai', 'hxkn'],
    no: ['huxike', 'hu xi nei ke', 'meiyou huxi kunnan', 'hx', 'qichu'],
  },
  anaphylaxis: {
    yes: ['guominxing xiuke', 'houtou shuizhong'],
    no: ['guominxing biyan', 'houlong zhongtong', 'guomin'],
  },
  'heavy-bleeding': { yes: ['dachuxue', 'liuxue buzhi', 'xlbz'], no: ['yayin chuxue', 'meiyou da chu xue'] },
  'vomiting-blood': { yes: ['tuxue', 'ou xue', 'heibian liang tian'], no: ['kexue', 'chouxue', 'meiyou heibian'] },
  'pregnancy-bleeding': {
    yes: ['huaiyun 8zhou chuxue', 'jianhong, yunqi 38 zhou', 'huai yun 3 ge yue, liu xue'],
    no: ['huaiyun le xiang bu yesuan', 'yayin chuxue'],
  },
  'infant-fever': {
    yes: ['xinshenger fashao', 'baobao 39du', '宝宝 fare'],
    no: ['fashao san tian', 'baobao meiyou fashao', 'fare'],
  },
  unconscious: { yes: ['yundao le', 'zuotian yundaole', 'jiao bu xing', 'hunmi'], no: ['touyun', 'meiyou yundao'] },
  seizure: { yes: ['haizi chouchu', 'dianxian fazuo'], no: ['choujin', 'dianxian', 'mei you chou chu'] },
  meningitis: { yes: ['fashao, bozi jiangying', 'naomoyan'], no: ['bozi jiangying', 'baixuebing'] },
  'worst-headache': { yes: ['turan julie toutong'], no: ['toutong', 'tou tong san tian'] },
  'head-injury': { yes: ['chehuo', 'shuai dao tou, outu'], no: ['tou yun', 'waishang'] },
  poisoning: { yes: ['meiqi zhongdu', 'he le nongyao', 'fuyao guoliang'], no: ['wufu yao', 'wushi sui', 'zhongdu'] },
  suicidal: {
    yes: ['zisha', 'zi sha', 'wo xiang si', 'buxiang huo le', 'wo bu xiangsi dan yizhi xiangsi', 'gewan', 'bxhl'],
    no: ['meiyou zisha niantou', 'zhengzhuang xiangsi', 'zs', 'zishan'],
  },
  'cauda-equina': { yes: ['daxiaobian shijin', 'huiyin mamu'], no: ['yaotong', 'shou ma'] },
  'testicular-pain': { yes: ['gaowan turan tong'], no: ['meiyou gaowan tong', 'gaowan'] },
  'sudden-blindness': { yes: ['turan kanbujian'], no: ['jinshi', 'kanbujian hao yisheng'] },
  'severe-burn': { yes: ['damianji tangshang', 'chudian'], no: ['tangshang', 'dianji'] },
  choking: { yes: ['zhixi', 'qiguan yiwu', 'ye zhu le'], no: ['zhixi qinshu', 'wo ye zhu le yuan', 'meiyou zhixi'] },
};

it.each(Object.entries(typed))('finds %s in pinyin, and not in text that is only spelt like it', (id, { yes, no }) => {
  const hits = (texts: string[]) => texts.filter((text) => find(text).some((found) => found === id));
  expect(hits(yes)).toEqual(yes);
  expect(hits(no)).toEqual([]);
});

describe('pinyin', () => {
  it('is read with tones, apostrophes, upper case, full width, a preceding person, and Chinese around it', () => {
    const ways = [
      'Xiōng tòng',
      'xiong1tong4',
      "xiong'tong",
      'XIONGTONG',
      'xiong-tong',
      'ｘｉｏｎｇｔｏｎｇ',
      'woxiongtong',
      '我xiongtong了',
    ];
    for (const text of ways) expect(find(text), text).toEqual(['chest-pain']);
  });

  it('is negated by a plain negation in any language, and by nothing else', () => {
    for (const text of ['meiyou renhe xiongtong', '没有 xiongtong', 'no xiongtong'])
      expect(find(text), text).toEqual([]);
    // In the afternoon (xia wu), a sister (mei mei), whether (you mei you), and another mention.
    for (const text of [
      'xiawu xiongtong',
      'mei mei xiong tong',
      'bu zhidao you meiyou xiongtong',
      'bushi meiyou xiongtong',
      'zuotian meiyou xiongtong, jintian xiongtong',
    ])
      expect(find(text), text).toEqual(['chest-pain']);
  });

  it('is read beside English and Chinese words, which count as before', () => {
    expect(find('chest pain, huxi kunnan')).toEqual(['chest-pain', 'breathing']);
    expect(find('胸痛')).toEqual(['chest-pain']);
    expect(find('no chest pain')).toEqual([]);
  });

  it('reports a fever in the first year of life', () => {
    expect(findRedFlags('fashao', { ageYears: 0 })).toEqual(['infant-fever']);
  });

  it('reports no danger sign in ordinary complaints', () => {
    for (const text of [
      'kesou san tian',
      'ganmao',
      'gaoxueya, xiang kaiyao',
      'pifuke',
      'erke',
      'xinhuang',
      'weitong',
      'fuxie',
    ])
      expect(find(text), text).toEqual([]);
  });
});
