export interface EmergencyContacts {
  /** Ambulance. */
  readonly emergency: string;
  /** Suicide crisis line; null where none is known for certain. */
  readonly crisis: string | null;
  /** Poison centre for the public; null where none is known for certain. */
  readonly poison: string | null;
  /** Police, where it has another number than the ambulance. */
  readonly police?: string;
  readonly source: string;
}

/** By the hospital’s jurisdiction. The fallback is 112, which mobile networks everywhere treat as an emergency call (3GPP TS 22.101). */
const contacts: Record<string, EmergencyContacts> = {
  CN: {
    emergency: '120',
    crisis: '12356',
    // No national poison line for the public is known for certain: 120 can refer the caller.
    poison: null,
    police: '110',
    source: 'National Health Commission of China: 12356, from 1 May 2025; Ministry of Public Security: 110',
  },
  UK: {
    emergency: '999',
    crisis: '116 123',
    poison: '111',
    source: 'NHS: 999, 111 for poisoning; Samaritans: 116 123',
  },
  GB: {
    emergency: '999',
    crisis: '116 123',
    poison: '111',
    source: 'NHS: 999, 111 for poisoning; Samaritans: 116 123',
  },
  US: {
    emergency: '911',
    crisis: '988',
    poison: '1-800-222-1222',
    source: 'SAMHSA: 988 Suicide & Crisis Lifeline; HRSA: Poison Help',
  },
  EU: {
    emergency: '112',
    crisis: null,
    poison: null,
    source: 'European Commission: 112. 116 123 is not open in every country',
  },
};

const anywhere: EmergencyContacts = { emergency: '112', crisis: null, poison: null, source: '3GPP TS 22.101' };

/** Returns the number of the ambulance; null where the country, and so its number, is not known. */
export const emergencyNumberOf = (jurisdiction: string): string | null =>
  contacts[jurisdiction.toUpperCase()]?.emergency ?? null;

export function emergencyContactsOf(jurisdiction: string): EmergencyContacts {
  return contacts[jurisdiction.toUpperCase()] ?? anywhere;
}
