import { describe, expect, it } from 'vitest';
import { checkSafety } from '../testing/check-safety.ts';
import { safetyCase, taking } from '../testing/safety-case.ts';

const statedAs = (...texts: string[]) =>
  checkSafety(safetyCase({ activeMedicines: texts.map((text) => taking(text)) }));
const said = (...texts: string[]) => statedAs(...texts).notChecked.map(({ check, reason }) => `${check}: ${reason.en}`);

const OF_REGULAR =
  'no daily meds|no regular medication|takes no regular medication|nothing regular|nothing daily|no meds daily|no everyday medicines|not on any daily medication|not on anything long term|I take nothing every day|takes no medicines regularly|no regular painkillers|no medicines I take daily|daily meds: none|no repeat medication|no prescription medicines|没有长期吃药|没有长期服药|无长期用药|无长期用药史|否认长期服药史|没有长期吃的药|没有每天吃的药|没有天天吃的药|没有需要长期服用的药物|平时不吃药|平常不吃药|平时没有在吃药|不用长期吃药|没有常规用药|无慢性病用药|没有固定用药|没有常用药|未长期服用药物|没有长期服用止痛药';
const OF_ALL =
  'none|no medicines|not taking any medication|takes nothing|没有吃药|无用药史|no regular medicines, no as needed medicines|没有长期吃药，没有按需服用的药';
const BADLY_TAKEN = 'not taking my meds daily|没规律吃药|没有每天吃药|不按时吃药';

describe('a denial of regular medicines', () => {
  it.each(OF_REGULAR.split('|'))('leaves those taken as needed open, and is no unread medicine: %s', (text) => {
    const found = said(text);
    expect(found).toHaveLength(2);
    expect(found.map((one) => one.split(':')[0]).toSorted()).toEqual(['duplicate', 'interaction']);
    for (const one of found) expect(one).toContain('denies only some medicines');
    expect(found.join()).not.toContain('could not be matched');
  });

  it('lets the checks run with what is known', () => {
    const { checks, notChecked } = statedAs('warfarin', 'no other regular medicines');
    expect(checks).toEqual(expect.arrayContaining(['interaction', 'duplicate']));
    expect(notChecked[0]?.reason).toEqual({
      en: '“no other regular medicines” denies only some medicines. Ask about the others, such as those taken as needed.',
      zh: '“no other regular medicines”只否认了部分用药，请询问其他用药，如按需服用的药品。',
    });
  });

  it.each(OF_ALL.split('|'))('is complete where nothing is left open: %s', (text) => {
    expect(said(text)).toEqual([]);
  });

  it.each(BADLY_TAKEN.split('|'))('is not what tells of missed doses: %s', (text) => {
    expect(said(text).join()).toContain('could not be matched');
  });
});
