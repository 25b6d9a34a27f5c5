import { describe, expect, it } from 'vitest';
import { allergyCheck } from '../checks/allergy-check.ts';
import { loadKnowledgeBase } from '../knowledge/knowledge-base.ts';
import { checkSafety } from '../testing/check-safety.ts';
import { allergyTo, draftItem, safetyCase } from '../testing/safety-case.ts';

function alerts(text: string): string[] {
  const input = safetyCase({ items: [draftItem('amoxicillin-500mg-capsule')], allergies: [allergyTo(text)] });
  return checkSafety(input, loadKnowledgeBase(), [allergyCheck]).issues.map(({ severity }) => severity);
}

/** A penicillin, written so that "ok" or another word may be read as its being tolerated. */
const ALLERGIES = [
  "penicillin isn't ok",
  "Penicillins aren't ok",
  'penicillin never ok',
  'Allergic to penicillin otherwise ok',
  'allergic to amoxicillin others ok',
  'penicillin = hives paracetamol ok',
  'penicillin rash 2019 now ok',
  'anaphylaxis to penicillin cephalosporins ok',
  'penicillin isnt ok',
  'penicillin others fine',
  'penicillin paracetamol fine',
  'penicillin; everything else ok',
  'penicillin, all others ok',
  'penicillin no longer ok',
  'amoxicillin used to be fine',
  'amoxicillin was fine until 2019',
  'amoxicillin 2019 ok',
  'amoxicillin ok?',
  'Is penicillin ok',
  'penicillin hives tolerates paracetamol',
  'penicillin hives, tolerates cephalosporins',
  'penicillin can take paracetamol',
  'penicillins tolerates paracetamol',
  'swollen with penicillin erythromycin tolerated',
  'penicillin apart from that ok',
  'penicillin mum ok',
  'hope penicillin ok',
  'if penicillin ok',
  'penicillin reaction ok now',
  'penicillin ok so far but rash last week',
  'penicillin stopped ok now',
  'amoxicillin bad macrolides ok',
  'pencillin not fine',
  'penicillin poorly tolerated',
  'penicillin badly tolerated',
  'penicillin not well tolerated',
  'amoxicillin no ok',
  'penicillin half dose ok',
  'penicillin and cephalosporins ok',
  'penicillin once ok',
  'penicillin feeling ok',
  'penicillin breathing now fine',
  '青霉素皮疹头孢可以用',
  '青霉素起疹子头孢耐受',
  '青霉素 头孢ok',
  '青霉素头孢可以用',
  '青霉素过敏其他ok',
  '青霉素过敏 其他都可以吃',
  '青霉素不ok',
  '青霉素不可以用',
  '青霉素2019年皮疹现在ok',
  '青霉素休克头孢没问题',
  '青霉素过敏头孢ok',
  '青霉素只有头孢可以用',
  '青霉素以前没事',
  '青霉素起风团布洛芬没事',
  '青霉素可以用吗？',
  '青霉素ok吗',
  '青霉素别用头孢可以用',
  '青霉素没有头孢可以用',
  '阿莫西林吃了不舒服头孢可以吃',
  '青霉素除外都可以吃',
  'penicillin tolerated badly',
  'tolerates penicillin badly',
  'can take penicillin with hives',
  'Tolerates penicillin only with antihistamine',
  'takes amoxicillin without telling doctor',
  'no allergies except amoxicillin ok',
  'can take all except amoxicillin',
  'fine with penicillin',
  'penicillin killed my dad fine',
  '青霉素耐受差',
  '青霉素勉强耐受',
  '青霉素以外的可以吃',
  '青霉素半片可以吃',
  '青霉素皮试+头孢可以用',
  '青霉素可以吃会起疙瘩',
];
/** One medicine that is fine, and nothing else of it. */
const TOLERATED = [
  'penicillin ok',
  'amoxicillin ok',
  'Amoxicillin is ok',
  'amoxicillin okay.',
  'amoxicillin fine',
  'Amoxicillin: ok',
  'amoxicillin - fine',
  'amoxicillin well tolerated',
  'amoxicillin is tolerated',
  'amoxicillin capsules ok',
  'penicillins are ok',
  'ACE inhibitors - angioedema; amoxicillin ok',
  'aspirin hives, amoxicillin fine',
  'aspirin hives but amoxicillin ok',
  'Tolerates amoxicillin fine',
  'can take amoxicillin',
  'Can take penicillin and cephalosporins',
  'takes amoxicillin ok',
  'he tolerates amoxicillin',
  'I can take amoxicillin',
  'patient tolerated amoxicillin',
  'tolerates amoxicillin and aspirin',
  '阿莫西林ok',
  '阿莫西林 OK',
  '阿莫西林没问题',
  '阿莫西林没事',
  '青霉素ok',
  '磺胺过敏，阿莫西林可以用',
  '磺胺过敏但青霉素可以吃',
  '阿莫西林可以吃',
  '青霉素能耐受',
  '青霉素耐受',
  '青霉素和头孢都可以用',
  '青霉素类ok',
  '阿莫西林胶囊没问题',
  '我可以吃阿莫西林',
];

describe('a medicine that is said to be fine', () => {
  it.each(ALLERGIES)('stays an allergy in “%s”', (text) => {
    expect(alerts(text)).toEqual(['contraindicated']);
  });

  it.each(TOLERATED)('is no allergy in “%s”', (text) => {
    expect(alerts(text)).toEqual([]);
  });

  it('leaves the alerts of the allergy beside it', () => {
    expect(alerts('头孢过敏，青霉素没问题')).toEqual(['moderate']);
    expect(alerts('penicillin ok cefalexin rash')).toEqual(['serious']);
    expect(alerts('penicillin allergy can take cefalexin')).toEqual(['serious']);
    expect(alerts('青霉索头孢可以用')).toEqual(['moderate']);
  });
});
