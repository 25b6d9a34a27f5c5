// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest';
import { needTexts, provideTexts, setLocale } from '../../../core/i18n/index.ts';
import { appTexts } from '../../../app/texts/texts.ts';
import { dataVersionLabel, sourceLabel } from './source-label.ts';

afterEach(() => setLocale('en'));

it('The source of an alert is in the reader’s language, and a citation in that of the work', async () => {
  provideTexts(appTexts);
  await needTexts();
  await setLocale('en');
  const label = 'Unverified, no label compared: ibuprofen, renal impairment';
  const cited = 'Tegretol prescribing information, Novartis, US, 2023, boxed warning';
  const chinese =
    'Clinical medication information, chemicals and biologicals, Chinese Pharmacopoeia Commission, China, 2015';
  expect(sourceLabel(label)).toBe('Unverified: not compared with a product label (renal impairment)');
  expect(sourceLabel(cited)).toBe(cited);
  expect(sourceLabel(`${chinese}, 对乙酰氨基酚`)).toBe(`${chinese}, 对乙酰氨基酚`);
  expect(sourceLabel('Nothing is on file here of moonshinide')).toBe('No data on this substance');
  await setLocale('zh-CN');
  expect(sourceLabel(label)).toBe('未核实：未与说明书比对（肾功能不全）');
  expect(sourceLabel('Product information: ibuprofen, posology')).toBe('药品说明书（用法用量）');
  expect(sourceLabel(cited)).toBe(cited);
  expect(sourceLabel(`${cited}; unverified`)).toBe(`${cited}（未核实）`);
  expect(sourceLabel(`${chinese}, 对乙酰氨基酚; unverified`)).toBe(
    '《临床用药须知·化学药和生物制品卷》，国家药典委员会, 2015, 对乙酰氨基酚（未核实）',
  );
  expect(sourceLabel('Prescription on record')).toBe('在案处方');
  expect(dataVersionLabel('formulary 2026-12, rules 2026-12')).toBe('药品目录 2026-12、规则 2026-12');
  expect(sourceLabel('Largest dose unverified; its defined daily dose: ATC/DDD Index, 2026')).toBe(
    '未核实：极量未与说明书比对。限定日剂量：ATC/DDD Index, 2026',
  );
  expect(sourceLabel('Largest dose unverified; its substance: ATC/DDD Index, 2026')).toBe(
    '未核实：极量未与说明书比对。药物成分：ATC/DDD Index, 2026',
  );
  expect(sourceLabel('Duplicate therapy by ingredient and by ATC level 4')).toBe('成分相同，或为同类药（ATC 第 4 级）');
  expect(sourceLabel('Duplicate therapy by purpose')).toBe('用途相同；分组由本项目制定');
});
