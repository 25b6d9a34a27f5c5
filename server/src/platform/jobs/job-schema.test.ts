import { expect, it } from 'vitest';
import { jobSchema, jobSchemaUsableSince, objectionToJobs, readInstalled, recordStatement } from './job-schema.ts';

it('is the schema that jobSchemaUsableSince was checked for', () => {
  expect(jobSchema).toBe(46);
  expect(jobSchemaUsableSince).toBeLessThanOrEqual(jobSchema);
});

it('lets a release use a newer schema only when that schema says so, and never an older one', () => {
  expect(objectionToJobs({ version: 46, usableSince: null }, 46)).toBeNull();
  expect(objectionToJobs({ version: 48, usableSince: 46 }, 46)).toBeNull();
  expect(objectionToJobs({ version: 48, usableSince: 47 }, 46)).toContain('start a newer release');
  expect(objectionToJobs({ version: 48, usableSince: null }, 46)).toContain('start a newer release');
  expect(objectionToJobs({ version: 45, usableSince: 40 }, 46)).toContain('run npm run migrate');
});

it('reads what it records', () => {
  const remark = /'(.*)'/.exec(recordStatement('pgboss'))?.[1];
  expect(readInstalled({ version: 46, remark })).toEqual({ version: 46, usableSince: jobSchemaUsableSince });
  expect(readInstalled({ version: '46', remark: null })).toEqual({ version: 46, usableSince: null });
});
