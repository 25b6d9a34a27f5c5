import { EntitySchema } from 'typeorm';

export interface SessionRow {
  id: string;
  hospitalId: string;
  accountId: string;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  endedAt: Date | null;
  endReason: SessionEndReason | null;
}

export type SessionEndReason = 'signed-out' | 'reused' | 'account-disabled';

export const sessionEntity = new EntitySchema<SessionRow>({
  name: 'session',
  columns: {
    id: { type: 'uuid', primary: true },
    hospitalId: { name: 'hospital_id', type: 'uuid' },
    accountId: { name: 'account_id', type: 'uuid' },
    createdAt: { name: 'created_at', type: 'timestamptz' },
    lastSeenAt: { name: 'last_seen_at', type: 'timestamptz' },
    expiresAt: { name: 'expires_at', type: 'timestamptz' },
    endedAt: { name: 'ended_at', type: 'timestamptz', nullable: true },
    endReason: { name: 'end_reason', type: 'text', nullable: true },
  },
});
