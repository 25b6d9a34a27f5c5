import type { HealthFinding } from './health-findings.ts';
import { useText } from '../../../core/i18n/index.ts';

const channels = ['mail', 'sms', 'push'] as const;
const lateParts = ['backup', 'log', 'drill'] as const;

/** Returns what a finding says in the reader’s language. */
export function useFindingTexts(): (finding: HealthFinding) => string {
  const { t } = useText();
  const nameOf = ({ part, subject }: HealthFinding): string => {
    const channel = channels.find((one) => one === subject);
    if (part === 'messages' && channel) return t(`operator.health.channel.${channel}`);
    const late = lateParts.find((one) => one === subject);
    if (part === 'backups' && late) return t(`operator.health.late.${late}`);
    // A process has no name that a person would know.
    return part === 'programs' ? subject.slice(-6) : subject;
  };
  return (finding) => t(`operator.health.finding.${finding.code}`, { subject: nameOf(finding) });
}
