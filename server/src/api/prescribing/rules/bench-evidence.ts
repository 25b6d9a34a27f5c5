import type { BenchEvidence } from '@yunzhen/shared/prescribing/rules.contract';
import type { LocalizedText } from '@yunzhen/shared/core/locale';

const say = (en: string, zh: string): LocalizedText => ({ en, zh });
const day = '2026-11-29';
const later = '2026-11-30';

type Figure = BenchEvidence['figures'][number];

/** Returns a figure as `test/bench/README.md` records it: found of all that had to be found, and falsely stopped or said of all that had not. */
function figure(
  en: string,
  zh: string,
  found: string | null,
  wrong: string | null,
  measuredOn: string | null = day,
): Figure {
  return { set: say(en, zh), found, wrong, burden: null, measuredOn };
}

/** What the benches measured, for readers of the rules page. A test compares each figure with `test/bench/README.md`. */
export const benchEvidence: readonly BenchEvidence[] = [
  {
    bench: 'danger-signs',
    checked: say('Danger signs in what patients write', '患者文字描述中的危险征象'),
    data: say(
      'Made-up texts with and without an emergency, in nine sets. The rules were tuned on other texts; scores of the first three sets were in view when variants were chosen. The authors of the sixth, eighth, tenth, eleventh, twelfth and fourteenth had not seen the rules; the last two were scored once.',
      '九套模拟文本（含急症与非急症）；规则在其他文本上调整；选择方案时已知前三套的得分；第六套、第八套、第十套、第十一套、第十二套和第十四套的作者未看过规则；后两套仅评分一次。',
    ),
    figures: [
      figure('first, English', '第一套，英文', '192/197', '7/161', '2026-12-01'),
      figure('first, Chinese', '第一套，中文', '181/198', '10/161', '2026-12-01'),
      figure('second, English', '第二套，英文', '148/164', '15/146', '2026-12-01'),
      figure('second, Chinese', '第二套，中文', '163/176', '4/154', '2026-12-01'),
      figure('third, English', '第三套，英文', '20/24', '5/72', '2026-12-01'),
      figure('third, Chinese', '第三套，中文', '30/31', '11/78', '2026-12-01'),
      figure('sixth, English', '第六套，英文', '115/120', '7/120', '2026-12-01'),
      figure('sixth, Chinese', '第六套，中文', '117/120', '3/120', '2026-12-01'),
      figure('eighth, English', '第八套，英文', '63/65', '9/65', '2026-12-01'),
      figure('eighth, Chinese', '第八套，中文', '64/65', '8/65', '2026-12-01'),
      figure('tenth, English', '第十套，英文', '49/50', '4/60', '2026-12-01'),
      figure('tenth, Chinese', '第十套，中文', '49/50', '7/60', '2026-12-01'),
      figure('eleventh, English', '第十一套，英文', '95/100', '4/158', '2026-12-01'),
      figure('eleventh, Chinese', '第十一套，中文', '91/100', '7/162', '2026-12-01'),
      figure('twelfth, English', '第十二套，英文', '94/100', '11/160', '2026-12-01'),
      figure('twelfth, Chinese', '第十二套，中文', '96/100', '14/160', '2026-12-01'),
      figure('fourteenth, English', '第十四套，英文', '29/30', '5/50', '2026-12-01'),
      figure('fourteenth, Chinese', '第十四套，中文', '30/30', '3/50', '2026-12-01'),
    ],
    reviewedBy: null,
  },
  {
    bench: 'doses',
    checked: say('Doses: too much, too often, too long', '剂量：过大、过频、过久'),
    data: say(
      'Prescriptions by an author who had not seen the program, and cases by the authors of the tables, which only show that the tables do what they are for.',
      '由未见过程序的作者编写的处方；另有数据表作者自编的病例，仅说明数据表按设计工作。',
    ),
    figures: [
      figure('independent author, test half', '独立作者，测试部分', '86/89', '5/91', '2026-12-01'),
      figure('independent author, development half', '独立作者，开发部分', '84/85', '1/97', '2026-12-01'),
      figure('author of the rules, second set, first score', '规则作者，第二套，首次得分', '38/40', '1/22', later),
      figure('authors of the tables, rates of 104 and 80 cases', '数据表作者，104例和80例的比率', '1.00', '0.00', null),
    ],
    reviewedBy: null,
  },
  {
    bench: 'statements',
    checked: say('Allergies and medicines as patients write them', '患者自述的过敏和用药'),
    data: say(
      'Made-up statements; test halves. First row: nothing dropped. Second row: nothing wrong.',
      '模拟的患者自述，测试部分。第一行：无遗漏；第二行：无错误。',
    ),
    figures: [
      figure('English, nothing dropped', '英文，无遗漏', '30/31', null, null),
      figure('English, nothing wrong', '英文，无错误', '27/31', null, null),
      figure('Chinese, nothing dropped', '中文，无遗漏', '29/29', null, null),
      figure('Chinese, nothing wrong', '中文，无错误', '27/29', null, null),
      figure('second set, English, first score', '第二套，英文，首次得分', '33/35', null, null),
      figure('second set, Chinese, first score', '第二套，中文，首次得分', '30/30', null, null),
    ],
    reviewedBy: null,
  },
  {
    bench: 'search',
    checked: say('Search for medicines and diagnoses: right answer first', '药品和诊断搜索：首条即正确'),
    data: say('Made-up queries; test halves.', '模拟的搜索词，测试部分。'),
    figures: [
      figure('medicines, English', '药品，英文', '36/39', null, null),
      figure('medicines, Chinese', '药品，中文', '32/36', null, null),
      figure('diagnoses, English', '诊断，英文', '39/40', null, null),
      figure('diagnoses, Chinese', '诊断，中文', '42/43', null, null),
    ],
    reviewedBy: null,
  },
  {
    bench: 'alert-burden',
    checked: say('How often alerts interrupt a doctor', '提醒打断医师的频率'),
    data: say(
      '2,000 plausible prescriptions with 3,402 lines, generated without the tables of the checks. Alerts that need a reason or block, per 100 lines.',
      '2000张模拟处方，共3402行，生成时不使用检查所用数据。统计每100行中需填写理由或被阻止的提醒。',
    ),
    figures: [
      { set: say('all prescriptions', '全部处方'), found: null, wrong: null, burden: '6.41', measuredOn: '2026-12-01' },
    ],
    reviewedBy: null,
  },
  {
    bench: 'interactions',
    checked: say(
      'Interactions, duplicates, allergies, conditions, pregnancy and nursing, kidney, older people, patent medicines',
      '相互作用、重复用药、过敏、疾病、妊娠和哺乳、肾功能、老年人、中成药',
    ),
    data: say(
      'Cases written before their author saw a rule. The first score is of unseen cases; rules were then added for them, so the later one only shows that the rules do what they are for.',
      '作者在查看规则之前编写的病例。首次得分反映未见过的病例；随后据此增补规则，之后的得分仅说明规则按设计工作。',
    ),
    figures: [
      figure('medicines together, first score', '合用药物，首次得分', '270/303', '0/104', later),
      figure('patients and duplicates, first score', '患者因素和重复用药，首次得分', '78/89', null, later),
      figure('medicines together, after changes', '合用药物，修改后', '302/303', '0/104', later),
      figure('patients and duplicates, after changes', '患者因素和重复用药，修改后', '88/89', null, later),
      figure(
        'patients and duplicates, as grave as expected, after changes',
        '患者因素和重复用药，修改后达到预期级别',
        '85/89',
        null,
        later,
      ),
    ],
    reviewedBy: null,
  },
  {
    bench: 'medication-safety',
    checked: say('All checks together, one draft at a time', '全部检查，逐张处方'),
    data: say(
      'Cases written before their author saw a table or a check, in both languages. The first score is of unseen cases; what was missed was then added.',
      '作者在查看数据和程序之前编写的中英文病例。首次得分反映未见过的病例，随后补充了遗漏的规则。',
    ),
    figures: [
      figure('first score', '首次得分', '285/295', '1/83', later),
      figure('after changes', '修改后', '295/295', '0/83', later),
    ],
    reviewedBy: null,
  },
  {
    bench: null,
    checked: say('Liver, follow-up', '肝功能、复诊'),
    data: say('No bench of these has recorded figures.', '尚无相应的测评数据。'),
    figures: [],
    reviewedBy: null,
  },
];
