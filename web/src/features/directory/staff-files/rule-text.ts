import type { MessageKey } from '../../../core/i18n/index.ts';

const texts: Readonly<Record<string, MessageKey>> = {
  required: 'staffFile.rule.required',
  email: 'staffFile.rule.email',
  date: 'staffFile.rule.date',
  taken: 'staffFile.rule.taken',
  invited: 'staffFile.rule.invited',
  duplicate: 'staffFile.rule.duplicate',
  role: 'staffFile.rule.role',
  department: 'staffFile.rule.department',
  'row-too-long': 'staffFile.rule.tooManyCells',
  'too-large': 'staffFile.rule.tooLong',
  unprintable: 'staffFile.rule.letters',
  'name-letters': 'staffFile.rule.letters',
  'supervisor-is-pharmacist': 'administration.roleObjection.supervisor-is-pharmacist',
  'head-is-doctor': 'administration.roleObjection.head-is-doctor',
  'one-profession': 'administration.roleObjection.one-profession',
  'charts-apart': 'administration.roleObjection.charts-apart',
};

/** Returns the text of a rule that a row of the file breaks. */
export const ruleText = (rule: string): MessageKey => texts[rule.replace(/^format-/, '')] ?? 'staffFile.rule.other';
