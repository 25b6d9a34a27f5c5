import { redFlagIds, type RedFlagId } from './red-flag-rules.ts';
import { findRedFlags, foldComplaint, isDenied, namesInfant, type RedFlagContext } from './red-flags.ts';

const very = '(?:(?:ju lie|zhen fa xing|ya zha xing|te bie|yi zhi|you dian|tu ran|hen|hao) )*';
const hurts = '(?:teng tong|teng|tong)';
const pregnant = '(?:huai yun|yun fu|yun qi|yun zao qi|yun wan qi|ren shen)';
const bleeds = '(?:chu xue|liu xue|jian hong)';
const feverish = '(?:fa shao|fa re|tou tong)';
const stiff = '(?:bo zi|jing bu|jing xiang|jing) (?:fa ying|jiang ying|qiang zhi|jiang zhi)';

/**
 * The Chinese words of `red-flag-rules.ts` as they are typed without an input method; a space may be left out, or be an apostrophe, a
 * hyphen or the number of a tone. Left out is what as often spells something harmless: kexue (咳血) is science (科学), xinteng (心疼)
 * is pity, wushi (误食) is fifty. Initials stand here from four letters on.
 */
const spellings: Readonly<Record<RedFlagId, readonly string[]>> = {
  'chest-pain': [
    `xiong (?:(?:kou|bu|qian|gu|hou) )*${very}(?:${hurts}|men|ya po gan|ya zha gan)`,
    `xin (?:kou|qian qu|jiao) ${very}${hurts}`,
    'xin (?:ji )?geng(?: si| se)?',
    'xjgs',
  ],
  stroke: [
    'zhong feng|nao [cz]u zhong|nao geng(?: si| se)?|nao chu xue|mian tan',
    'zui (?:jiao )?wai|kou jiao wai(?: xie)?|kou yan wai xie|lian (?:bu )?(?:tu ran )?(?:wai|xia chui)',
    '(?:yi ce|dan ce|ban bian|ban shen|(?:zuo|you) (?:ce|bian|shou|tui)|shou jiao) (?:(?:shen ti|zhi ti|shou jiao|ge bo|shou bi|tui) )?(?:tu ran )?(?:wu li|ma mu|fa ma|tan|tan huan|bu neng dong|dong bu liao)',
    '(?:shuo hua|yan yu|jiang hua|kou chi) (?:tu ran )?(?:bu qing(?: chu)?|han hu|kun nan|bu li suo)|tu ran shuo bu chu hua',
  ],
  breathing: [
    'hu xi (?:(?:hen|fei chang|ji du|yan zhong|yue lai yue) )?(?:kun nan|fei li|ji cu)|wu fa hu xi|bu neng hu xi',
    'chuan bu (?:shang|guo|lai)(?: lai)?(?: qi(?: lai)?)?|shang bu lai qi|tou bu guo qi|qi cu|zui chun fa (?:zi|qing)',
    'hxkn',
  ],
  anaphylaxis: [
    'guo min xing xiu ke|yan zhong guo min',
    '(?:hou long|hou tou|she tou) (?:tu ran )?(?:shui zhong|zhong zhang|zhong|fa jin)',
    'gmxxk',
  ],
  'heavy-bleeding': [
    'da chu xue|da liang chu xue|(?:xue liu|chu xue|liu xue) bu zhi|zhi bu zhu xue|xue zhi bu zhu|pen xue',
    'xlbz',
  ],
  'vomiting-blood': ['ou xue|tu xue|ka xue|hei bian|(?:bai|bo) you (?:yang )?bian|da bian (?:(?:fa|shi|bian) )?hei'],
  'pregnancy-bleeding': [
    `${pregnant}(?![a-z])[^.!?。！？]{0,60}\\b(?:${bleeds}|ju lie fu tong|du zi hen tong)`,
    `${bleeds}(?![a-z])[^.!?。！？]{0,60}\\b${pregnant}`,
  ],
  'infant-fever': ['fa shao|fa re|gao shao|gao re|(?:3[89]|4[0-2])(?:\\.\\d)? du'],
  unconscious: [
    'hun mi|jiao bu xing|bu xing ren shi|shi qu yi shi|(?:yi shi|shen zhi) bu qing|yun dao|hun dao|hun jue',
  ],
  seizure: ['chou chu|jing jue|dian xian fa zuo|chou feng'],
  meningitis: [
    `${feverish}\\b[^.!?。！？]{0,45}\\b${stiff}|${stiff}\\b[^.!?。！？]{0,45}\\b${feverish}`,
    'ya zhi bu tui se|bai xue zheng|nao mo yan',
  ],
  'worst-headache': [
    'tu ran (?:chu xian )?(?:de )?(?:ju lie|zha lie(?: yang| ban)?) (?:de )?tou (?:tong|teng)|pi li yang tou tong',
    '(?:cong wei|cong lai mei you|mei you guo) (?:zhe me|zhe yang) (?:(?:ju lie|li hai) )?(?:de )?tou (?:tong|teng)',
  ],
  'head-injury': [
    'tou bu (?:yan zhong )?(?:wai shang|shou shang|zhuang shang)|yan zhong wai shang|che huo',
    '(?:zhuang|shuai) (?:(?:dao|zhao|le) )?tou\\b[^.!?。！？]{0,45}\\b(?:ou tu|shi shui|yi shi|hu tu)',
  ],
  poisoning: [
    '(?:mei qi|yi yang hua tan|nong yao|shi wu|yao wu|jiu jing) zhong du|fu yao guo liang|wu fu le',
    'he (?:le )?nong yao|tun (?:(?:le|xia) )?(?:dian chi|yi wu)',
    'mqzd',
  ],
  suicidal: ['zi sha|qing sheng|zi can|zi shang'],
  'cauda-equina': [
    '(?:hui yin|gang zhou|an qu) (?:bu )?(?:ma mu|fa ma)|da xiao bian shi jin|ma wei zong he zheng',
    'dxbsj',
  ],
  'testicular-pain': [`gao wan ${very}(?:${hurts}|niu zhuan)`],
  'sudden-blindness': [
    '(?:yan jing )?tu ran (?:kan bu jian|kan bu qing|shi ming|yan qian fa hei)|shi li (?:tu ran|ji ju) (?:xia jiang|sang shi)',
  ],
  'severe-burn': ['(?:yan zhong|da mian ji|san du|hua xue|dian) (?:shao shang|tang shang|zhuo shang)|chu dian'],
  choking: ['zhi xi(?! qin)|bei ye (?:zhu|dao)|ye zhu le(?! yuan)|ka zhu (?:hou long|qi guan)|qi guan yi wu'],
};
/** What counts even where it seems denied. */
const firm: Partial<Record<RedFlagId, readonly string[]>> = {
  suicidal: [
    '(?:bu|mei fa) xiang huo|huo bu xia qu|bu ru si|(?:wo (?:(?:bu|hen|zhen|zhi|jiu|yi zhi) )?|yi zhi )xiang si',
    'liao jie (?:zi ji|sheng ming)|jie shu (?:zi ji de )?sheng ming|huo zhe mei (?:you )?yi (?:si|yi)|shang hai zi ji|ge wan|tiao lou',
    'bxhl',
  ],
};
const infants =
  'xin sheng er|ying er|bao bao|xiao ying|man yue|chu sheng \\d+ (?:tian|zhou)|(?:[1-3]|yi|liang|san) ge (?:duo )?yue';

const between = String.raw`[\s'1-5-]*`;

/** Whole words only, with who or how much written before them, and what is over behind. */
function spelt(words: string): RegExp {
  const lead = '(?:(?:wo|wo de|ta|hen|you dian|yi zhi|tu ran) )?';
  return new RegExp(String.raw`\b${lead}(?:${words})(?: le| guo)?[1-5]?\b`.replaceAll(' ', between), 'g');
}

const rules = redFlagIds.map((id) => ({
  id,
  words: spellings[id].map(spelt),
  firm: (firm[id] ?? []).map(spelt),
}));
const infantWords = spelt(infants);

/** As in Chinese; neither wu (无), which ends xiawu (下午), nor mei (没), which is a younger sister (妹) too, is taken for a denial. */
const denial = new RegExp(
  String.raw`\b(?:mei you|fou ren|bing wu|wu ren he|wu ming xian|cong wei)(?: (?:ren he|ming xian|chu xian|fa sheng|you guo|guo|shen me|gan dao|jue de|de))* $`.replaceAll(
    ' ',
    between,
  ),
);
const undone = new RegExp(
  String.raw`\b(?:bu shi|bing fei|bu neng shuo|bu que ding|bu zhi dao|you|shi fou)(?:\W+\w+){0,2}\W*$`.replaceAll(
    ' ',
    between,
  ),
);

/**
 * Which danger signs a text names in English, in Chinese or in pinyin, with or without spaces and tones. In a file of its own, which a
 * phone fetches once somebody types such letters.
 */
export function findRedFlagsAlsoInPinyin(text: string, context: RedFlagContext): RedFlagId[] {
  const folded = foldComplaint(text.normalize('NFD').replace(/\p{M}/gu, ''));
  const isInfant = context.ageYears === 0 || namesInfant(folded) || folded.search(infantWords) >= 0;
  const found = findRedFlags(text, context);
  return rules
    .filter(({ id, words, firm }) => {
      if (found.includes(id)) return true;
      if (id === 'infant-fever' && !isInfant) return false;
      if (firm.some((spelling) => folded.search(spelling) >= 0)) return true;
      return words.some((spelling) =>
        [...folded.matchAll(spelling)].some(({ index }) => !isDeniedHere(folded.slice(0, index))),
      );
    })
    .map(({ id }) => id);
}

function isDeniedHere(before: string): boolean {
  const denied = denial.exec(before);
  if (denied) return !undone.test(before.slice(0, denied.index));
  return isDenied(before.trimEnd());
}
