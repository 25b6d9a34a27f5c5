const digits: Readonly<Record<string, string>> = {
  〇: '0',
  零: '0',
  一: '1',
  二: '2',
  两: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};

/** Converts Chinese numerals before a unit to digits: 三十九度 → 39度, 四十二天 → 42天. */
export function inFigures(text: string): string {
  return text
    .replace(
      /([一二三四五六七八九])?十([一二三四五六七八九])?(?:点([一二三四五六七八九]))?(?=[多几来]?(?:度|天|周|岁|片|粒|颗|丸|个|分|小时|次|万|单位|斤|瓶|盒|里|下|分|出头|左右|上下|[,，。]))/g,
      (_, tens: string | undefined, ones: string | undefined, tenth: string | undefined) =>
        `${digits[tens ?? '一'] ?? ''}${digits[ones ?? '零'] ?? ''}${tenth ? `.${digits[tenth] ?? ''}` : ''}`,
    )
    .replace(
      /([一二两三])百([一二三四五六七八九])?(?:十)?(?=多|几|[,，。]|\/|次|了|到|$)/g,
      (_, hundreds: string, tens: string | undefined) => `${digits[hundreds] ?? ''}${digits[tens ?? '零'] ?? ''}0`,
    );
}
