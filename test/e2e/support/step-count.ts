import type { Page } from '@playwright/test';

export interface StepCount {
  /** Screens on which the patient did something, in their order, and the one where the walk ended. */
  readonly screens: readonly string[];
  readonly taps: number;
  /** Fields that were typed into, each once for a screen. */
  readonly fields: number;
}

interface Seen {
  readonly screen: string;
  readonly kind: 'tap' | 'field' | 'here';
  readonly field: string;
}

/** Counts in the page itself what a person does there, so that no walk can forget a step of its own. */
export async function countSteps(page: Page): Promise<() => Promise<StepCount>> {
  const seen: Seen[] = [];
  await page.exposeFunction('yunzhenSaw', (each: Seen) => void seen.push(each));
  await page.addInitScript(watch);
  return async () => {
    await page.evaluate(() => dispatchEvent(new Event('yunzhen-here')));
    const screens = seen.map(({ screen }) => screen).filter((screen, index, all) => screen !== all[index - 1]);
    const fields = new Set(seen.filter(({ kind }) => kind === 'field').map(({ screen, field }) => screen + field));
    return { screens, taps: seen.filter(({ kind }) => kind === 'tap').length, fields: fields.size };
  };
}

/** Runs in the page. A screen is its address, its heading, and what takes the place of the page below the same heading. */
function watch(): void {
  const say = (globalThis as unknown as { yunzhenSaw: (seen: object) => unknown }).yunzhenSaw;
  const parts = ['#one-time-code', '#legal-name', '[data-testid=danger-page]', '[data-testid=red-flag-stop]'];
  const screen = () => {
    const path = location.pathname.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id');
    const part = parts.filter((each) => document.querySelector(each)).join(' ');
    return [path, document.querySelector('h1')?.textContent?.trim(), part].filter(Boolean).join(' · ');
  };
  const nameOf = (target: EventTarget | null) =>
    target instanceof HTMLElement ? target.id || target.getAttribute('aria-label') || target.outerHTML : '';
  const saw = (kind: Seen['kind']) => (event: Event) => {
    void say({ screen: screen(), kind, field: nameOf(event.target) });
  };
  addEventListener('pointerdown', saw('tap'), { capture: true });
  addEventListener('yunzhen-here', saw('here'));
  addEventListener(
    'input',
    (event) => {
      const { target } = event;
      if (target instanceof HTMLSelectElement) saw('tap')(event);
      else if (!(target instanceof HTMLInputElement && ['checkbox', 'radio', 'file'].includes(target.type)))
        saw('field')(event);
    },
    { capture: true },
  );
}
