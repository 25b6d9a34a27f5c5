import { readsHan, type Locale } from '@yunzhen/shared/core/locale';
import type { Random } from './random.ts';

/** Parts of invented names with their Latin spelling. */
const surnames = parts(
  '李 Li 王 Wang 张 Zhang 刘 Liu 陈 Chen 杨 Yang 黄 Huang 赵 Zhao 吴 Wu 周 Zhou 徐 Xu 孙 Sun 马 Ma 朱 Zhu 胡 Hu 郭 Guo 何 He 林 Lin 高 Gao 罗 Luo 郑 Zheng 梁 Liang 谢 Xie 宋 Song 唐 Tang 许 Xu 邓 Deng 冯 Feng 韩 Han 曹 Cao',
);
const givenNames = {
  female: parts(
    '雅婷 Yating 思琪 Siqi 雨欣 Yuxin 静 Jing 丽华 Lihua 秀英 Xiuying 梦瑶 Mengyao 佳怡 Jiayi 晓燕 Xiaoyan 婷婷 Tingting 玉兰 Yulan 桂芳 Guifang 雪梅 Xuemei 海燕 Haiyan 诗涵 Shihan 欣妍 Xinyan 春梅 Chunmei 文静 Wenjing',
  ),
  male: parts(
    '伟 Wei 强 Qiang 磊 Lei 建华 Jianhua 志明 Zhiming 浩宇 Haoyu 子轩 Zixuan 文杰 Wenjie 国强 Guoqiang 俊杰 Junjie 明 Ming 鹏 Peng 宇航 Yuhang 海涛 Haitao 德明 Deming 家豪 Jiahao 永康 Yongkang 晓东 Xiaodong',
  ),
};
const westernSurnames =
  'Meyer Schmid Fischer Huber Gerber Moser Favre Rochat Bianchi Ferrari Walker Hughes Patel Novak Silva Larsen Costa Baumann Frei Steiner'.split(
    ' ',
  );
const westernGivenNames = {
  female: 'Anna Laura Nina Julia Maria Elena Sarah Chloe Eva Lea Martina Olivia Ruth Hannah Alice Monica'.split(' '),
  male: 'Lukas Daniel Marco David Simon Peter Oliver Paul Andreas Samuel Adrian Felix Martin Hugo Nico Stefan'.split(
    ' ',
  ),
};

function parts(text: string): [own: string, latin: string][] {
  const words = text.split(' ');
  return Array.from({ length: words.length / 2 }, (_, i) => [words[2 * i] ?? '', words[2 * i + 1] ?? '']);
}

export function inventName(
  random: Random,
  sex: 'female' | 'male',
  locale: Locale,
): { name: string; nameLatin: string } {
  if (!readsHan(locale)) {
    const name = `${random.pick(westernGivenNames[sex])} ${random.pick(westernSurnames)}`;
    return { name, nameLatin: name };
  }
  const [surname, surnameLatin] = random.pick(surnames);
  const [given, givenLatin] = random.pick(givenNames[sex]);
  return { name: surname + given, nameLatin: `${surnameLatin} ${givenLatin}` };
}
