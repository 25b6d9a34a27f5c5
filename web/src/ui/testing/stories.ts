import { localized } from '@yunzhen/shared/core/locale';
import { defineComponent, h, type Component, type VNodeChild } from 'vue';
import { currentLocale } from '../../core/i18n/i18n.ts';
import { provideComfort } from '../kit/density.ts';

/** Renders a component in one of its states. */
type Draw = () => VNodeChild;

/** A sample text in the reader's language. */
export const say = (en: string, zh: string): string => localized({ en, zh }, currentLocale.value);

/** A sample text that is too long for its place. */
export const long = (): string =>
  say(
    'A sentence that is much longer than there is room for on a narrow screen, with Donaudampfschifffahrtsgesellschaft in it',
    '这是一段很长的文字，用来查看窄屏幕上放不下时的样子，中间没有任何可以断开的空格，也没有换行',
  );

const Dense = defineComponent({ props: { draw: Function }, setup: (props) => () => (props.draw as Draw)() });
const Comfortable = defineComponent({
  props: { draw: Function },
  setup(props) {
    provideComfort();
    return () => (props.draw as Draw)();
  },
});

/** Creates a story with each state of a component, in the dense size of staff pages and the comfortable size below. */
export const states = (drawings: Record<string, Draw>, { sizes = [Dense, Comfortable] as Component[] } = {}) => ({
  render: () => () =>
    h(
      'div',
      { class: 'grid gap-4 p-4' },
      Object.entries(drawings).flatMap(([state, draw]) =>
        h('section', { class: 'min-w-0', 'aria-label': state }, [
          h('p', { class: 'mb-1 text-sm text-muted', 'aria-hidden': 'true' }, state),
          ...sizes.map((size) =>
            h('div', { class: 'mb-2 flex min-w-0 flex-wrap items-start gap-3' }, h(size, { draw })),
          ),
        ]),
      ),
    ),
});

/** The same for a component with one size. */
export const oneSize = (drawings: Record<string, Draw>) => states(drawings, { sizes: [Dense] });
