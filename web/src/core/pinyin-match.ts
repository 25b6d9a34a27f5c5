/**
 * Returns how well typed letters match a name by its pinyin syllables ("pi fu ke"): 2 when they start the name (pifu, "pi fu ke", pfk), 1 when they
 * start at a later syllable (neike in 心血管内科), 0 otherwise.
 * A match starts at a syllable: “an” does not match quanke.
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
