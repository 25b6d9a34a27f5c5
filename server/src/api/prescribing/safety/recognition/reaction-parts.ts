/** A medicine or food by its form or purpose, or one that is not named: cough syrup, 降压药, everything else. */
const KIND =
  /\b(?:antibiotics?|painkillers?|tablets?|tabs?|capsules?|caps?|pills?|caplets?|drops?(?!\s+in\b)|sprays?|syrups?|creams?|ointments?|gels?|lotions?|liquids?|powders?|suspensions?|solutions?|sachets?|lozenges?|suppositor(?:y|ies)|inhalers?|patch(?:es)?|injections?|shots?|jabs?|(?:medicines?|medications?|meds?|drugs?)(?!\s+(?:rash|reaction|fever|allerg|erupt|induced))|remed(?:y|ies)|treatments?|supplements?|vitamins?|minerals?|thinners?|foods?|hay|others|something|anything|everything)\b|(?<![用服吃给停换上])药(?![疹敏后]|物?(?:过敏|反应|性|史))|糖浆|胶囊|颗粒|片剂|滴剂|滴眼液|[眼软乳]膏|喷雾剂?|口服液|注射液|针剂|栓剂|贴[剂片]|食物|食品|其[他它](?!无|没有?|反应|症状|不适)|别的/iu;
/** "Rash after two tablets" tells when the reaction came. */
const OCCASION =
  /\b(?:after|following|from|by)\s+(?:(?:the|an?|my|one|two|three|first|second|third|few|\d+)\s+)*(?:tablets?|doses?|injections?|capsules?|drops?|pills?|shots?|jabs?)\b/giu;
/** A purpose of medicines, which beside a sign of a reaction is where the reaction was. */
const PURPOSE =
  /\b(?:blood|pressure|hypertension|bp|heart|cholesterol|lipids?|diabet\w*|sugar|gout|thyroid|cold|flu|contraception|acne|adhd|psoriasis|osteoporosis|prostate|epilepsy|clots?|rheumatoid|depression|mood|sleep|insomnia|stress|arthritis|afib|angina|an(?:a)?emia)\b|高血压|糖尿病|冠心病|高血脂|高脂血症|痛风|失眠|焦虑|抑郁|胃病|感冒|关节炎|甲减|甲亢|房颤|血压|血糖|血脂|尿酸|心脏|贫血/iu;
const SIGN =
  /rash|hive|itch|swell|swoll|anaphyl|shock|breath|wheez|asthma|attack|nause|vomit|sick|diarrh|upset|dizz|faint|collaps|blister|peel|ulcer|\bsore|failure|pain|ache|fever|seizure|\blow\b|\bdrop\s+in\b|reaction|allerg|sensitiv|intoleran|过敏|疹|痒|肿|休克|喘|闷|慌|悸|晕|恶心|吐|泻|痛|疼|不适|反应|低|下降|升高/iu;

/** Returns true when a part of a statement names a kind of medicine or food, so that it may not be left out. */
export function namesAKind(part: string): boolean {
  return KIND.test(part.replace(OCCASION, ' '));
}

/** Returns true when a part without a name, beside a recognised allergy, only describes its reaction. */
export function isOnlyReaction(part: string): boolean {
  return !namesAKind(part) && (SIGN.test(part) || !PURPOSE.test(part));
}
