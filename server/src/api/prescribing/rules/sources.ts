/** The sources of the rules with their document numbers; English titles follow the usual translation. */
export const MEASURES_2018 = {
  en: 'Measures for Internet Diagnosis and Treatment (Trial) and for Internet Hospitals (Trial), Guo Wei Yi Fa [2018] No. 25',
  zh: '《互联网诊疗管理办法（试行）》《互联网医院管理办法（试行）》，国卫医发〔2018〕25号',
};
/** Article numbers are cited from memory: no one has compared them with the official texts yet. */
export const FOLLOW_UP_2018 = {
  en: 'Measures for Internet Diagnosis and Treatment (Trial), art. 16, and for Internet Hospitals (Trial), arts. 19 and 20, Guo Wei Yi Fa [2018] No. 25 (article numbers not verified)',
  zh: '《互联网诊疗管理办法（试行）》第十六条、《互联网医院管理办法（试行）》第十九条、第二十条，国卫医发〔2018〕25号（条号待核对）',
};
export const EVIDENCE_2022 = {
  en: 'Detailed Rules for the Supervision of Internet Diagnosis and Treatment (Trial), arts. 18 and 19, Guo Wei Ban Yi Fa [2022] No. 2 (article numbers not verified)',
  zh: '《互联网诊疗监管细则（试行）》第十八条、第十九条，国卫办医发〔2022〕2号（条号待核对）',
};
export const PRESCRIPTIONS_2007 = {
  en: 'Measures for the Administration of Prescriptions, Ministry of Health Order No. 53',
  zh: '《处方管理办法》，卫生部令第53号',
};
export const SUPERVISION_2022 = {
  en: 'Detailed Rules for the Supervision of Internet Diagnosis and Treatment (Trial), Guo Wei Ban Yi Fa [2022] No. 2',
  zh: '《互联网诊疗监管细则（试行）》，国卫办医发〔2022〕2号',
};

/** The source of a rule that no law requires. */
export const HOUSE_RULE = { en: 'Rule of this software', zh: '本系统规则' };
