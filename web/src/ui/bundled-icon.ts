import { h, shallowRef, type FunctionalComponent } from 'vue';
import startIcons from 'virtual:icons/start';

// The UI kit draws its icons through this module (see vite.config.ts): there is one collection, it is bundled, and nothing is
// ever asked from outside.
const bodies = shallowRef<Record<string, string>>(startIcons);
let asked = false;

/** One icon of the bundle by its name, `lucide-…` or `lucide:…`; blank until it is there. */
export const Icon: FunctionalComponent<{ icon: string; width?: string | number; height?: string | number }> = ({
  icon,
  width,
  height,
}) => {
  const body = bodies.value[icon.replace(/^lucide[-:]/, '')];
  if (body === undefined) askForTheRest();
  return h('svg', {
    xmlns: 'http://www.w3.org/2000/svg',
    'aria-hidden': 'true',
    class: 'iconify',
    viewBox: '0 0 24 24',
    width: width ?? '1em',
    height: height ?? '1em',
    innerHTML: body ?? '',
  });
};
// Named so that the kit’s further wishes (mode, customise) reach no element.
Icon.props = ['icon', 'width', 'height', 'mode', 'customise', 'ssr'];

/** For pages that are drawn elsewhere first; ours are not. */
export const iconLoaded = () => true;

function askForTheRest(): void {
  if (asked) return;
  asked = true;
  import('virtual:icons/rest').then(
    ({ default: rest }) => (bodies.value = { ...bodies.value, ...rest }),
    () => (asked = false),
  );
}
