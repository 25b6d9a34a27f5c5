import { describe, expect, it } from 'vitest';
import { describeStatement } from './describe-statement.ts';

const named = (sql: string) => describeStatement(sql).name;
const text = (sql: string) => describeStatement(sql).facts['db.query.text'];

describe('the description of a statement', () => {
  it('is named by its operation and table or function', () => {
    expect(named('SELECT a.id FROM visit a JOIN account b ON true WHERE a.id = $1')).toBe('SELECT visit');
    expect(named(`INSERT INTO "audit_event"("id") VALUES ($1)`)).toBe('INSERT audit_event');
    expect(named('UPDATE media_node SET load = $1')).toBe('UPDATE media_node');
    expect(named('SELECT begin_request($1, $2)')).toBe('SELECT begin_request');
    expect(named('COMMIT')).toBe('COMMIT');
  });

  it('has parameters by number and no literal', () => {
    expect(
      text(`SELECT 1 FROM patient\n WHERE name = 'Li Wei' AND phone=13800138000 AND id = $12 AND t2.x = 4.5`),
    ).toBe('SELECT ? FROM patient WHERE name = ? AND phone=? AND id = $12 AND t2.x = ?');
    expect(text(`SELECT * FROM a WHERE b = 'it''s Li Wei'`)).toBe('SELECT * FROM a WHERE b = ?');
  });

  it('leaves out a text whose literals it cannot tell', () => {
    for (const sql of [
      `SELECT E'it\\'s Li Wei'`,
      `SELECT $$Li Wei$$`,
      `SELECT $a$Li Wei$a$`,
      `SELECT 1 -- 'Li`,
      `SELECT 'Li Wei`,
    ])
      expect(text(sql), sql).toBeUndefined();
  });
});
