import {
  readHospitalSettings,
  saveHospitalSettings,
} from '../../../shared/src/administration/hospital-settings.contract.ts';
import { outsider } from './outsider.ts';

/** Has the calls of the second hospital encrypted end to end from now on, or not. */
export async function encryptCalls(encrypted: boolean): Promise<void> {
  const office = await outsider('lakeside', 'admin@lakeside.demo.test');
  const { version, settings } = await office.ok(readHospitalSettings, {});
  await office.ok(saveHospitalSettings, { version, body: { ...settings, endToEndEncryptedCalls: encrypted } });
}
