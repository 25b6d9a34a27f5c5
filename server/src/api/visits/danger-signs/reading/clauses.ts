/** A clause as offsets in the text, with the number of its sentence. */
export interface Clause {
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
}

const sentenceEnd = /[.!?;\n。！？；…]+(?!\d)/g;
const clauseEnd =
  /[,，：()（）]|(?<!\d):|:(?!\d)| (?:but|however|although|though|yet|because|except|apart from|besides|while)\b| (?:and (?=(?:i|he|she|they|my|his|her|we|it|now|then|there|today|also|has|have|had|is|can|feel|keep)\b|(?:the|this) \w+ (?:is|has|will|can|keeps|does|did)\b|blood (?:is|keeps|pours)\b))|但是?|不过(?![来气去弯劲神瘾敏])|可是|然而|就是|只是|却(?!步)|因为|所以|而且|(?<!排)除了|结果|只有/g;

/** Splits normalised text into clauses. A decimal point ends no clause. */
export function clausesOf(text: string): Clause[] {
  const clauses: Clause[] = [];
  let sentence = 0;
  for (const whole of cut(text, sentenceEnd, 0, text.length)) {
    for (const part of cut(text, clauseEnd, whole.start, whole.end)) clauses.push({ ...part, sentence });
    sentence += 1;
  }
  return clauses;
}

function cut(text: string, border: RegExp, from: number, to: number): { start: number; end: number }[] {
  const parts: { start: number; end: number }[] = [];
  let start = from;
  for (const match of text.slice(from, to).matchAll(border)) {
    const at = from + match.index;
    if (at > start) parts.push({ start, end: at });
    start = at + match[0].length;
  }
  if (start < to) parts.push({ start, end: to });
  return parts;
}
