import { Cells, ingredientIdOf, ListFormatError, Problems, type ListReader } from '../../catalogues/index.ts';
import { evidenceGrades, type EvidenceGrade } from '../safety/knowledge/interaction-rule.ts';
import { loadKnowledgeBase } from '../safety/knowledge/knowledge-base.ts';
import { severities, type Severity } from '../safety/severity.ts';
import { fhirRecords } from './fhir-interactions.ts';
import type { ImportedPair } from './imported-pairs.ts';
import { interactionColumns } from './interaction-columns.ts';

const WORDS: Readonly<Record<string, Severity>> = {
  contraindicated: 'contraindicated',
  serious: 'serious',
  major: 'serious',
  moderate: 'moderate',
  minor: 'minor',
  禁忌: 'contraindicated',
  严重: 'serious',
  重度: 'serious',
  中度: 'moderate',
  轻度: 'minor',
};
const LABELS: Record<Severity, string> = { minor: '轻度', moderate: '中度', serious: '严重', contraindicated: '禁忌' };
const LONGEST_TEXT = 600;

/**
 * Reads a base of interactions. One bad row rejects the file, because a part of a base would be silent about the rest. An accepted row without effect,
 * or one that differs from ours, gets a remark; its entry is null when no check could use it.
 */
export const listReader: ListReader<ImportedPair | null> = {
  columns: {
    required: interactionColumns.filter(({ needed }) => needed).map(({ name }) => name),
    optional: interactionColumns.filter(({ needed }) => !needed).map(({ name }) => name),
  },
  maxRows: 500_000,
  whole: true,
  records: (text) => (/^\s*[[{]/.test(text) ? fhirRecords(text, ListFormatError) : null),
  read(record) {
    const problems = new Problems();
    const cells = new Cells(record, problems);
    const [one, other] = [nameIn('a', cells, problems), nameIn('b', cells, problems)];
    const severity = WORDS[cells.words('severity').toLowerCase()];
    if (!severity) problems.refuse('severity', 'The severity is unknown.', '无法识别的严重程度。');
    const source = cells.words('source', LONGEST_TEXT);
    if (source === '') problems.refuse('source', 'The source is missing.', '缺少依据。');
    const evidence = evidenceIn(cells, problems);
    const mechanism = textIn('mechanism', cells, problems);
    const advice = textIn('advice', cells, problems);
    if (one.key === other.key && one.key !== '')
      problems.refuse('b', 'Both substances are the same.', '两种药物相同。');
    if (problems.refused.length > 0 || !severity) return { problems: problems.refused };
    const key = [one.key, other.key].toSorted().join(' + ');
    const says = { severity, evidence, mechanism, advice, source };
    return { key, entry: pairOf(one, other, says, problems), reservations: problems.reserved };
  },
};

interface Name {
  readonly id: string | null;
  /** The id, or the name itself where there is none. */
  readonly key: string;
}

/** Ids by the names of a file, which repeat in every row. */
const known = new Map<string, string | null>();

function nameIn(column: 'a' | 'b', cells: Cells, problems: Problems): Name {
  const name = cells.words(column);
  if (name === '') problems.refuse(column, 'The substance is missing.', '缺少药物名称。');
  let id = known.get(name);
  if (id === undefined) known.set(name, (id = ingredientIdOf(name)));
  return { id, key: id ?? name.toLowerCase() };
}

function evidenceIn(cells: Cells, problems: Problems): EvidenceGrade {
  const word = cells.words('evidence').toLowerCase();
  const grade = evidenceGrades.find((each) => each === word);
  if (word !== '' && !grade) problems.refuse('evidence', 'The grade of evidence is unknown.', '无法识别的证据等级。');
  return grade ?? 'suspected';
}

/** Reads a text in one or both languages. A missing one is shown in the other language. */
function textIn(of: 'mechanism' | 'advice', cells: Cells, problems: Problems) {
  const [en, zh] = [cells.words(`${of}En`, LONGEST_TEXT), cells.words(`${of}Zh`, LONGEST_TEXT)];
  if (en === '' && zh === '') problems.refuse(`${of}En`, 'The text is missing in both languages.', '中英文均未填写。');
  return { en: en || zh, zh: zh || en };
}

function pairOf(one: Name, other: Name, says: ImportedPair['says'], problems: Problems): ImportedPair | null {
  if (one.id === null || other.id === null) {
    problems.reserve(one.id === null ? 'a' : 'b', {
      en: 'The formulary does not have this substance, so this row has no effect.',
      zh: '药品目录中无此成分，本行不起作用。',
    });
    return null;
  }
  const [a, b] = one.id < other.id ? [one.id, other.id] : [other.id, one.id];
  const ours = loadKnowledgeBase().interactions.between(a, b);
  if (ours && ours.severity !== says.severity) {
    const counts =
      severities.indexOf(ours.severity) > severities.indexOf(says.severity) ? ours.severity : says.severity;
    problems.reserve('severity', {
      en: `Conflict: our rule ${ours.id} says ${ours.severity}, this row ${says.severity}. The graver one counts: ${counts}.`,
      zh: `冲突：内置规则${ours.id}为${LABELS[ours.severity]}，本行为${LABELS[says.severity]}，以较重者为准：${LABELS[counts]}。`,
    });
  }
  return { a, b, says };
}
