/** The documents that rules go back to. */
export const MEASURES_2018 = '《互联网诊疗管理办法(试行)》《互联网医院管理办法(试行)》, 国卫医发〔2018〕25号';
export const PRESCRIPTIONS_2007 = '《处方管理办法》, 卫生部令第53号';
export const SUPERVISION_2022 = '《互联网诊疗监管细则(试行)》, 国卫办医发〔2022〕2号';

/** For a rule that no law asks for. It stands in texts of both languages. */
export const HOUSE_RULE = 'House rule · 本系统规则';
