/** SQL for the columns `real` and `openDemo`: real hospitals, and the names of demo hospitals that no operator has suspended. */
export const hospitalKindsSql = `SELECT EXISTS (SELECT FROM hospital WHERE demo_accounts = '[]') AS real,
  ARRAY(SELECT slug FROM hospital WHERE demo_accounts <> '[]' AND suspended_at IS NULL ORDER BY slug) AS "openDemo"`;

export interface HospitalKinds {
  real: boolean;
  openDemo: string[];
}

/** Production closes every demo hospital, so real ones without an open demo hospital belong to people. */
export const belongsToPeople = ({ real, openDemo }: HospitalKinds): boolean => real && openDemo.length === 0;

export const noDemoText =
  'DEMO_MODE: this database belongs to a real installation, which must not get demo accounts. Start it with NODE_ENV=production and its other settings.';
