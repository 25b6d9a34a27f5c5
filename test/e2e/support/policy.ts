import {
  readHospitalSettings,
  saveHospitalSettings,
} from '../../../shared/src/administration/hospital-settings.contract.ts';
import { outsider } from './outsider.ts';

/** Turns end-to-end encryption of the second hospital’s calls on or off. */
export async function encryptCalls(encrypted: boolean): Promise<void> {
  const office = await outsider('lakeside', 'admin@lakeside.demo.test');
  const { version, settings } = await office.ok(readHospitalSettings, {});
  await office.ok(saveHospitalSettings, { version, body: { ...settings, endToEndEncryptedCalls: encrypted } });
}
