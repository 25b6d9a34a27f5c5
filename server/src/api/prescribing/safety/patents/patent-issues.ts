import { mayBePregnant } from '@yunzhen/shared/chart/safety-facts';
import type { DetectedIssue } from '@yunzhen/shared/prescribing/prescribing.contract';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { Ingredient } from '../../../catalogues/index.ts';
import { citationOf } from '../knowledge/cited.ts';
import { yearsOf } from '../patient-facts.ts';
import { contradictingCode, contradiction } from '../pregnancy-codes.ts';
import { constituentsOf } from '../recognition/resolve-medicines.ts';
import type { CheckContext, CheckName, NotChecked } from '../safety-check.ts';
import type { Severity } from '../severity.ts';
import { holdersOf, patentLabel, patentsTaken, type Holder } from './holders.ts';
import type { PatentMedicine } from './patent-medicine.ts';

const ATC_LEVEL_4 = 5;

/** The same substance in two medicines that the patient takes already, where one of them is a patent medicine that hides it. */
export function takenTwice(context: CheckContext): DetectedIssue[] {
  const { taken } = holdersOf(context);
  return taken.flatMap((one, at) =>
    taken.slice(at + 1).flatMap((other) => {
      if ((one.patent ?? other.patent) === undefined || one.patent === other.patent) return [];
      const shared = one.ingredients.find(
        ({ id, atc }) => atc.length >= ATC_LEVEL_4 && other.ingredients.some((two) => two.id === id),
      );
      return shared ? [twice(shared, one, other)] : [];
    }),
  );
}

function twice(shared: Ingredient, one: Holder, other: Holder): DetectedIssue {
  return {
    id: `duplicate:taken:${shared.id}:${one.key}:${other.key}`,
    check: 'duplicate',
    severity: 'moderate',
    itemIds: [],
    title: {
      en: `${shared.en} in ${one.label.en} and in ${other.label.en}`,
      zh: `${one.label.zh}与${other.label.zh}均含${shared.zh}`,
    },
    mechanism: {
      en: `The patient takes both, so the doses of ${shared.en} add up.`,
      zh: `患者同时服用两者，${shared.zh}剂量叠加。`,
    },
    advice: { en: 'Stop one of them.', zh: '停用其一。' },
    evidence: `${one.label.zh} · ${other.label.zh} (${shared.id})`,
    source: 'Duplicate therapy by ingredient',
    overridable: true,
    other: other.other,
  };
}

const IN_PREGNANCY: Record<NonNullable<PatentMedicine['pregnancy']>, { severity: Severity; says: LocalizedText }> = {
  contraindicated: { severity: 'serious', says: { en: 'contraindicated', zh: '禁用' } },
  avoid: { severity: 'serious', says: { en: 'not to be used', zh: '忌用' } },
  caution: { severity: 'minor', says: { en: 'to be used with caution', zh: '慎用' } },
};

/** What the labels of the patent medicines that a pregnant patient takes say of pregnancy. */
export function patentsInPregnancy(context: CheckContext): {
  issues: DetectedIssue[];
  notChecked: NotChecked[];
} {
  const { patient, items } = context.input;
  const patents = patentsTaken(context);
  const itemIds = items.map(({ id }) => id);
  if (patient.pregnancy === 'pregnant') {
    const silent = patents.filter(({ pregnancy }) => pregnancy === null);
    return {
      issues: patents.flatMap((patent) => inPregnancy(patent, context)),
      notChecked: silent.map((patent) => ({ check: 'pregnancy', itemIds, reason: noLabel(patent) })),
    };
  }
  const harmful = patents.filter(({ pregnancy }) => pregnancy === 'contraindicated' || pregnancy === 'avoid');
  const unknown = patient.pregnancy === 'unknown' && mayBePregnant(patient.sex, yearsOf(patient));
  const code = contradictingCode(context.input);
  const reasonFor = (patent: PatentMedicine): LocalizedText[] => {
    if (code !== undefined) return [contradicted(patent, contradiction(code, patient.pregnancy))];
    return unknown ? [notRecorded(patent)] : [];
  };
  return {
    issues: [],
    notChecked: harmful.flatMap((patent) =>
      reasonFor(patent).map((reason): NotChecked => ({ check: 'pregnancy', itemIds, reason })),
    ),
  };
}

function inPregnancy(patent: PatentMedicine, { knowledge }: CheckContext): DetectedIssue[] {
  if (patent.pregnancy === null) return [];
  const { severity, says } = IN_PREGNANCY[patent.pregnancy];
  const label = patentLabel(patent);
  const work = knowledge.works.get(patent.sourceId);
  return [
    {
      id: `pregnancy:patent-${patent.pregnancy}:${patent.id}`,
      check: 'pregnancy',
      severity,
      itemIds: [],
      title: { en: `${label.en} in pregnancy`, zh: `${label.zh}用于妊娠期` },
      mechanism: {
        en: `The patient takes it. By its label it is ${says.en} in pregnancy.`,
        zh: `患者正在服用，说明书标示孕妇${says.zh}。`,
      },
      advice: { en: 'Ask the patient to stop it.', zh: '请患者停用。' },
      evidence: patent.pregnancy,
      source: work ? citationOf(work, patent.section) : patent.section,
      overridable: true,
      other: { origin: 'stated', name: label, prescribedAt: null },
    },
  ];
}

function noLabel(patent: PatentMedicine): LocalizedText {
  const { en, zh } = patentLabel(patent);
  return {
    en: `Nothing is on file on ${en} in pregnancy. Read its label.`,
    zh: `没有${zh}妊娠期用药资料，请查阅说明书。`,
  };
}

function notRecorded(patent: PatentMedicine): LocalizedText {
  const { en, zh } = patentLabel(patent);
  return {
    en: `Pregnancy status is not recorded. The patient takes ${en}, which must not be used in pregnancy.`,
    zh: `未记录患者是否妊娠；患者正在服用的${zh}孕妇忌用或禁用。`,
  };
}

function contradicted(patent: PatentMedicine, reason: LocalizedText): LocalizedText {
  const { en, zh } = patentLabel(patent);
  return {
    en: `${reason.en} Ask the patient, who takes ${en}, which must not be used in pregnancy.`,
    zh: `${reason.zh}，请核实；患者正在服用的${zh}孕妇忌用或禁用。`,
  };
}

/** Of a patent medicine only what the tables know is compared: that is said for each that the patient takes. */
export function notComparedOfPatents(check: CheckName, context: CheckContext): NotChecked[] {
  const itemIds = context.input.items.map(({ id }) => id);
  const patents = patentsTaken(context).filter(({ unknown }) => check === 'interaction' || unknown !== null);
  return patents.map((patent) => ({ check, itemIds, reason: partlyCompared(patent, context) }));
}

function partlyCompared(patent: PatentMedicine, { input, knowledge }: CheckContext): LocalizedText {
  const label = patentLabel(patent);
  const compared = constituentsOf(patent).flatMap((id) =>
    knowledge.interactions.knows(id) ? (input.catalogue.ingredient(id) ?? []) : [],
  );
  const names = { en: compared.map(({ en }) => en).join(', '), zh: compared.map(({ zh }) => zh).join('、') };
  const { unknown, confidence } = patent;
  return {
    en: [
      `The patient takes ${label.en}, a Chinese patent medicine.`,
      names.en === '' ? 'None of its constituents was compared.' : `Only ${names.en} in it was compared.`,
      unknown ? `It also holds ${unknown.en}.` : '',
      confidence === 'low' ? 'What it holds is uncertain.' : '',
    ]
      .filter(Boolean)
      .join(' '),
    zh: [
      `患者正在服用中成药${label.zh}，`,
      names.zh === '' ? '其成分均未比对。' : `仅比对了其中的${names.zh}。`,
      unknown ? `另含${unknown.zh}。` : '',
      confidence === 'low' ? '其成分资料不确定。' : '',
    ].join(''),
  };
}
