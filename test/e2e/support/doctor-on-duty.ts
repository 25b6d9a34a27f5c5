import { readHospitalPage } from '../../../shared/src/directory/hospital-page.contract.ts';
import { setDuty } from '../../../shared/src/directory/directory.contract.ts';
import { listen } from '../../support/record-socket.ts';
import { expect } from './expect.ts';
import { outsider } from './outsider.ts';
import { demoCredentials } from './session.ts';

/** Connects the demo doctor of a hospital without a browser, so that a doctor can see patients now. Returns how to disconnect. */
export async function doctorOnDuty(hospitalName: string): Promise<() => void> {
  const { hospital, email } = await demoCredentials('doctor', hospitalName);
  const client = await outsider(hospital, email);
  await client.ok(setDuty, { body: { onDuty: true } });
  const { socket } = await listen(process.env['YUNZHEN_E2E_URL'] ?? '', client.accessToken ?? '');
  const onDuty = async () => {
    const { departments } = await client.ok(readHospitalPage, { params: { hospital } });
    return departments.some(({ code, doctorsOnDuty }) => code === 'general-practice' && doctorsOnDuty > 0);
  };
  await expect.poll(onDuty).toBe(true);
  return () => socket.disconnect();
}
