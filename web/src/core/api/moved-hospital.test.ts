import { describe, expect, it, vi } from 'vitest';
import { goToMovedHospital } from './moved-hospital.ts';

const here = () => ({
  origin: 'https://wuzhen.old.test',
  pathname: '/visits/1',
  search: '?tab=chat',
  hash: '#secret',
  replace: vi.fn<(address: string) => void>(),
});

describe('a hospital that has moved', () => {
  it('opens the same page at its new address', async () => {
    const place = here();
    await goToMovedHospital('https://wuzhen.new.test', place, () => Promise.resolve(true));
    expect(place.replace.mock.calls).toEqual([['https://wuzhen.new.test/visits/1?tab=chat#secret']]);
  });

  it.each(['https://wuzhen.old.test', 'javascript:alert(1)', 'nowhere', undefined])(
    'stays where it is for %s',
    async (address) => {
      const place = here();
      await goToMovedHospital(address, place, () => Promise.resolve(true));
      expect(place.replace).not.toHaveBeenCalled();
    },
  );

  it('stays while there is something to copy', async () => {
    const place = here();
    await goToMovedHospital('https://wuzhen.new.test', place, () => Promise.resolve(false));
    expect(place.replace).not.toHaveBeenCalled();
  });
});
