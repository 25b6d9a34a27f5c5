import {
  importedTable,
  type DecidableTable,
  type DecisionAction,
} from '@yunzhen/shared/prescribing/knowledge.constants';

/** Returns the texts about the undecided form of a row, which is the program’s or that of the base that the hospital imported. */
export function decisionTexts({ table, signed }: { table: DecidableTable; signed: DecisionAction | null }) {
  const isOwn = signed === 'change' || signed === 'switch-off';
  if (table === importedTable) {
    return {
      form: `knowledge.panel.importedForm.${signed ?? 'none'}`,
      accept: isOwn ? 'knowledge.panel.acceptImported' : 'knowledge.panel.accept',
      useless: 'knowledge.form.asImported',
    } as const;
  }
  return {
    form: `knowledge.panel.form.${signed ?? 'shipped'}`,
    accept: isOwn ? 'knowledge.panel.acceptShipped' : 'knowledge.panel.accept',
    useless: 'knowledge.form.asShipped',
  } as const;
}
