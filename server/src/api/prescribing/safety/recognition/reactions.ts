/** Reactions after which any medicine of the same kind is dangerous. */
const SEVERE =
  /anaphyla|angio-?(?:o?edema|neurotic)|airway|can'?t breathe|(?:difficult|trouble|problem|short)\w*\s+(?:of\s+)?breath|throat (?:swell|clos|tight)|swol\w+ (?:throat|tongue)|tongue swell|collaps|stevens|\bsjs\b|\bten\b|necrolysis|\bdress\b|\bagep\b|peeling|blister|intubat|\bicu\b|cardiac arrest|serum sickness|agranulocyt|休克|喉头水肿|喉水肿|血管性水肿|呼吸困难|窒息|喘不上气|大疱|剥脱|表皮坏死|史蒂文斯|昏迷|晕倒|抢救|粒细胞缺乏/iu;
/** Asthma, bronchospasm or polyps after aspirin or a related medicine: NSAID-exacerbated respiratory disease. */
const RESPIRATORY =
  /asthma|wheez|bronchosp|bronchial|tight chest|chest tight|breath|nasal polyp|samter|aerd|n-?erd|哮喘|喘|支气管痉挛|呼吸困难|胸闷|鼻息肉|三联征/iu;

/** Returns true when the text describes a reaction that could have been fatal. */
export function isSevereReaction(words: string): boolean {
  return SEVERE.test(words);
}

export function isRespiratoryReaction(words: string): boolean {
  return RESPIRATORY.test(words);
}
