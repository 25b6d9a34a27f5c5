/** Reactions after which any medicine of the same kind is dangerous. */
const SEVERE =
  /anaphyla|angio-?(?:o?edema|neurotic)|airway|can'?t breathe|(?:difficult|trouble|problem|short)\w*\s+(?:of\s+)?breath|throat (?:swell|clos|tight)|swol\w+ (?:throat|tongue)|tongue swell|collaps|stevens|\bsjs\b|\bten\b|necrolysis|\bdress\b|\bagep\b|peeling|blister|intubat|\bicu\b|cardiac arrest|serum sickness|agranulocyt|休克|喉头水肿|喉水肿|血管性水肿|呼吸困难|窒息|喘不上气|大疱|剥脱|表皮坏死|史蒂文斯|昏迷|晕倒|抢救|粒细胞缺乏/iu;
/** Asthma, bronchospasm or polyps after aspirin or a related medicine: NSAID-exacerbated respiratory disease. */
const RESPIRATORY =
  /asthma|wheez|bronchosp|bronchial|tight chest|chest tight|breath|nasal polyp|samter|aerd|n-?erd|哮喘|喘|支气管痉挛|呼吸困难|胸闷|鼻息肉|三联征/iu;

const SWELLING = String.raw`(?:swell\w*|swoll\w*|swelt|o?edema\w*|puff\w*|balloon\w*|blew\s+up)`;
const FACE = String.raw`(?:faces?|facial|lips?|throats?|mouths?|eyes?|eyelids?|periorbital|cheeks?)`;
const AIRWAY = String.raw`(?:tongues?|larynx|laryngeal|glottis|uvula)`;
const HAN_FACE = '(?:脸|面部?|颜面|[嘴口]?唇|嘴巴?|口腔|喉咙|嗓子|眼睑|眼皮|眼睛?|眼眶)';
const HAN_AIRWAY = '(?:舌头?|喉头|会厌|声门|气道)';
const NOT = String.raw`(?<!\b(?:no|not|never|without|denie[sd])\s(?:[a-z]+\s){0,3})`;
const HAN_NOT = '(?<!(?:无|没有?|未|否认)[^，。；,.;]{0,6})';
/** Between a part and its swelling: no other part and no denial, as in "swollen feet, face normal" and 脸没肿. */
const GAP = String.raw`(?:(?!\b(?:not|no|never|normal|feet|foot|legs?|ankles?|hands?)\b)[^,.;()]){0,25}`;
const HAN_GAP = String.raw`[^，。；,.;、()（）\s不没未无下脚腿踝足手]{0,6}`;
const between = (part: string) => [
  String.raw`${NOT}\b${part}\b${GAP}\b${SWELLING}`,
  String.raw`${NOT}\b${SWELLING}\b${GAP}\b${part}\b`,
];
/** Angioedema by its name, or as swelling of the tongue or the airway. */
const ANGIOEDEMA = new RegExp(
  [
    String.raw`${NOT}(?:angio-?\s?(?:o?edema|neurotic)|quincke)`,
    ...between(AIRWAY),
    `${HAN_NOT}(?:血管(?:神经)?性?水肿|喉水肿|${HAN_AIRWAY}${HAN_GAP}肿(?!痛))`,
  ].join('|'),
  'iu',
);
/** Swelling of the face or mouth, which may be angioedema though no one called it so. */
const SWOLLEN_FACE = new RegExp([...between(FACE), `${HAN_NOT}${HAN_FACE}${HAN_GAP}肿(?!痛)`].join('|'), 'iu');
/** What else makes a face swell. */
const OTHER_CAUSE =
  /abscess|tooth|teeth|dental|\bbees?\b|wasp|sting|stung|bite|bitten|crying|insect|脓肿|牙|蜂|蜇|叮|咬|虫|哭/iu;

/** Returns true when the text describes a reaction that could have been fatal. */
export function isSevereReaction(words: string): boolean {
  return SEVERE.test(words) || isAngioedema(words);
}

export function isAngioedema(words: string): boolean {
  return ANGIOEDEMA.test(words);
}

/** Returns true for a swollen face without another cause beside it. */
export function isSwollenFace(words: string): boolean {
  return SWOLLEN_FACE.test(words) && !OTHER_CAUSE.test(words);
}

export function isRespiratoryReaction(words: string): boolean {
  return RESPIRATORY.test(words);
}
