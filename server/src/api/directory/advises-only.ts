/**
 * Whether a doctor can advise but not prescribe online. In China, online care needs three years of independent practice
 * (互联网诊疗管理办法(试行), 国卫医发〔2018〕25号).
 */
export const advisesOnly = ({ jurisdiction, yearsOfPractice }: { jurisdiction: string; yearsOfPractice: number }) =>
  jurisdiction === 'CN' && yearsOfPractice < 3;
