import { inLines } from './in-lines.ts';

/** Goes on with a question of an earlier clause: "what are the signs of a stroke, is it the face or the arm?" */
const continues = inLines(String.raw`
  ^ ?(?:and|when|if|as in)\b|\b(?:or|like|such as|eg|for example|for instance|includ\w*|etc|and so on|is it|are they|does it|do they|should|would|could|may|might|what|how|which|who|why|whether|whenever|leaflet|poster|course|first aid|in general|in (?:babies|children|adults|older people|women|men|dogs|cats))\b|
  吗|呢|还是|比如|例如|譬如|等(?!我|他|她|不|了)|这些|之类|什么|啥|哪|怎么|怎样|如何|是不是|会不会|能不能|可不可以|要不要|有没有|是否|算不算|应该|需要|可以|如果|要是|的话|万一|预防|避免|想(?:问|知道|了解|学)|请教|一般|通常`);
/** Asks what something may bring, so that a list after it is of possible effects: "can stress cause palpitations, dizziness". */
const ofEffects = inLines(String.raw`
  \b(?:cause[sd]?|causing|lead(?:s|ing)? to|give you|bring(?:s|ing)? on|trigger\w*|increase\w*|raise\w*|prevent\w*|avoid\w*|lower\w*|reduce\w*|protect\w*|side effects?|risks? (?:of|factors?)|means?)\b|
  引起|导致|造成|预防|避免|副作用|不良反应|风险|降低|会不会|容易`);
/** Points at what the writer has: "what causes this, crushing chest pain". */
const pointsAtOwn = inLines(String.raw`
  \bwhat (?:is|does|do|could|can|might|would|causes?) (?:this|it|that|these|be causing (?:this|it))(?: mean)?(?: |$|[,:])|\b(?:if|whether) (?:it|this|that) is\b|\bhow (?:dangerous|serious|bad|urgent) is (?:it|this|that)\b|
  (?:这|那)(?:个|种|样|到底)?(?:是|算)(?:什么|怎么|咋)|怎么(?:回事|办)|咋(?:回事|办)`);

/**
 * Returns whether a clause after a question states what is there, as in "what are the signs of a stroke, face drooping on one side": its sentence does
 * not end with a question mark, and the clause does not go on asking. `sentence` includes its end.
 */
export function isPlainlyTold(clause: string, sentence: string): boolean {
  if (/[?？]$/.test(sentence) || continues.test(clause)) return false;
  return pointsAtOwn.test(sentence) || !ofEffects.test(sentence);
}
