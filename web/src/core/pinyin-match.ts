/**
 * How well typed letters fit a name whose pinyin is given, syllable by syllable ("pi fu ke"): 2 where they begin the name (pifu, "pi fu
 * ke", pfk), 1 where they begin at a later syllable (neike in 心血管内科), 0 where they don’t. They begin at a syllable: “an” is not in
 * quanke.
 */
export function pinyinFit(pinyin: string, typed: string): 0 | 1 | 2 {
  const wanted = typed.toLowerCase().replace(/[\s']/g, '').replaceAll('ü', 'v');
  if (wanted === '') return 0;
  const syllables = pinyin.split(' ');
  const at = syllables.findIndex((_, from) => {
    const rest = syllables.slice(from);
    return [rest, rest.map(([first]) => first)].some((spelling) => spelling.join('').startsWith(wanted));
  });
  return at < 0 ? 0 : at > 0 ? 1 : 2;
}
