/** Parts of the shapes of plain denials, for allergies and medicines. Names are replaced by a sign, and the text is folded. */

const LONGEST = 300;

/** What joins two denials that are complete in themselves. */
const JOINT = /(?:[\s、,;/]+(?:and\s)?|(?<=\)))/uy;

/**
 * Returns a test for text that consists of these units and nothing else. It takes the longest unit at each place and never goes back, so that no text
 * is slow.
 */
export function onlyOf(units: readonly string[]): (shape: string) => boolean {
  const patterns = units.map((unit) => new RegExp(String.raw`(?:${unit})(?=[\s、,;/]|(?<=\))|$)`, 'uy'));
  return (shape) => {
    const trimmed = trimmedShape(shape);
    if (trimmed === '' || trimmed.length > LONGEST) return false;
    for (let at = 0; ;) {
      const unit = Math.max(...patterns.map((pattern) => matchedAt(pattern, trimmed, at)));
      if (unit <= 0) return false;
      at += unit;
      if (at >= trimmed.length) return true;
      at += Math.max(0, matchedAt(JOINT, trimmed, at));
    }
  };
}

/** Returns a test for text that says of everything that there is nothing of it. Beside another word it may mean that word only. */
export function wholeOf(units: readonly string[]): (shape: string) => boolean {
  const pattern = new RegExp(`^(?:${units.join('|')})$`, 'u');
  return (shape) => shape.length <= LONGEST && pattern.test(trimmedShape(shape));
}

/** Returns a shape without the punctuation around it, and without one pair of brackets or quotes. */
function trimmedShape(shape: string): string {
  const inside = /^\s*[("“「]([^()"“”「」]*)[)"”」]\s*$/u.exec(shape)?.[1] ?? shape;
  return inside.replace(/^[\s:,.;、-]+|[\s.!。,;、]+$/gu, '');
}

/** Returns the length of what a sticky pattern matches at a place, or -1. */
function matchedAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? -1;
}

/** A list whose items nothing but "or", "and" or a close slash joins: a space may begin a statement. */
export function listOf(item: string, joints: readonly string[] = ['or', 'nor', 'and']): string {
  return String.raw`${item}(?:(?:,\s?${item})*,?\s(?:${joints.join('|')})\s${item}|/${item})*`;
}

/** The same for Chinese, where 无青霉素头孢过敏 needs no joint: `adjacent` may follow without one. */
export function hanListOf(item: string, adjacent?: string): string {
  const joined = `(?:、|和|及|与|或者?|以及|跟|/)${item}`;
  return `${item}(?:${joined}${adjacent === undefined ? '' : `|${adjacent}`})*`;
}

/** Items that a later verdict covers: 青霉素和头孢没事. 青霉素、头孢没事 may state the first. */
export function hanPairOf(item: string): string {
  return `${item}(?:(?:和|及|与|或者?|以及|跟)${item})*`;
}

const asFarAsKnown = String.raw`(?:\s(?:(?:that\s)?(?:i|we)\sknow\sof|that\s(?:i\sam|im)\saware\sof|that\s(?:i|we)\sknow|to\smy\sknowledge|as\sfar\sas\s(?:i|we)\sknow))`;

const person = String.raw`(?:(?:i|he|she|we|they|(?:the\s)?(?:patient|pt|child))\s)?(?:(?:am|im|is|was|are|have|has|had|ive|hes|shes|do|des)\s)*`;
const ending = String.raw`known|at\sall|whatsoever|thanks?|thank\syou|ever|either`;

/** `who` and `tail` are of medicines. An allergy that is not there now may come again, so `always` and `end` have no word for now. */
export const english = {
  asFarAsKnown,
  who: String.raw`(?:(?:and|also|but|so|while|as|currently|presently|now)\s)*${person}`,
  tail: String.raw`(?:${asFarAsKnown}|\s(?:${ending}|so\sfar|to\sdate|currently|now|at\spresent|at\sthe\smoment|yet))*`,
  always: String.raw`(?:(?:and|also|but|so|while|as)\s)*${person}`,
  end: String.raw`(?:${asFarAsKnown}|\s(?:${ending}))*`,
};

const hanPerson = '患者|病人|本人|自诉|自述|我|孩子|宝宝|他|她|自己|既往|从小|一直|也|并|且';
/** Who speaks or is spoken of. Another person than the patient is not plain. */
export const hanWho = String.raw`(?:(?:${hanPerson}|目前|现在|近期|最近|平时|现)\s?)*`;
/** The same without a word for now. */
export const hanAlways = String.raw`(?:(?:${hanPerson})\s?)*`;
export const hanKind = String.raw`(?:类|等|系列)?(?:抗生素|抗菌素|药物|药品|制剂|药)?(?:片|胶囊|注射液|注射剂|颗粒|针)?`;
