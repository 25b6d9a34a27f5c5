/** Reactions after which any medicine of the same kind is dangerous. */
const SEVERE =
  /anaphyla|angio-?(?:o?edema|neurotic)|airway|can'?t breathe|(?:difficult|trouble|problem|short)\w*\s+(?:of\s+)?breath|throat (?:swell|clos|tight)|swol\w+ (?:throat|tongue)|tongue swell|collaps|stevens|\bsjs\b|\bten\b|necrolysis|\bdress\b|\bagep\b|peeling|blister|intubat|\bicu\b|cardiac arrest|serum sickness|agranulocyt|休克|喉头水肿|喉水肿|血管性水肿|呼吸困难|窒息|喘不上气|大疱|剥脱|表皮坏死|史蒂文斯|昏迷|晕倒|抢救|粒细胞缺乏/iu;
/** Asthma, bronchospasm or polyps after aspirin or a related medicine: NSAID-exacerbated respiratory disease. */
const RESPIRATORY =
  /asthma|wheez|bronchosp|bronchial|tight chest|chest tight|breath|nasal polyp|samter|aerd|n-?erd|哮喘|喘|支气管痉挛|呼吸困难|胸闷|鼻息肉|三联征/iu;

const FACE = String.raw`(?:faces?|facial|lips?|tongues?|throats?|mouths?|eyes?|eyelids?|periorbital|cheeks?|neck|larynx|laryngeal|glottis|uvula)`;
const SWELLING = String.raw`(?:swell\w*|swoll\w*|swelt|o?edema\w*|puff\w*|balloon\w*|blew\s+up)`;
const HAN_FACE =
  '(?:脸|面部?|颜面|[嘴口]?唇|嘴巴?|口腔|舌头?|[咽喉]喉?部?|喉咙|喉头|嗓子|眼睑|眼皮|眼睛?|眼眶|会厌|声门|气道)';
const NOT = String.raw`(?<!\b(?:no|not|never|without|denie[sd])\s(?:[a-z]+\s){0,3})`;
const HAN_NOT = '(?<!(?:无|没有?|未|否认)[^，。；,.;]{0,6})';
/** Swelling of face, mouth or airway: angioedema, also where the patient does not call it so. */
const ANGIOEDEMA = new RegExp(
  [
    String.raw`${NOT}(?:angio-?\s?(?:o?edema|neurotic)|quincke)`,
    String.raw`${NOT}\b${FACE}\b[^,.;]{0,25}\b${SWELLING}`,
    String.raw`${NOT}\b${SWELLING}\b[^,.;]{0,25}\b${FACE}\b`,
    String.raw`${NOT}\bthroats?\b[^,.;]{0,15}\b(?:clos|tight)\w*`,
    `${HAN_NOT}(?:血管(?:神经)?性?水肿|巨大?性?荨麻疹|${HAN_FACE}[^，。；,.;]{0,6}肿)`,
  ].join('|'),
  'iu',
);

/** Returns true when the text describes a reaction that could have been fatal. */
export function isSevereReaction(words: string): boolean {
  return SEVERE.test(words) || isAngioedema(words);
}

export function isAngioedema(words: string): boolean {
  return ANGIOEDEMA.test(words);
}

export function isRespiratoryReaction(words: string): boolean {
  return RESPIRATORY.test(words);
}
