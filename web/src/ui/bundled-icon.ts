import { h, shallowRef, type FunctionalComponent } from 'vue';
import startIcons from 'virtual:icons/start';

// Icons are part of the build: nothing is requested from outside.
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
Icon.props = ['icon', 'width', 'height'];

function askForTheRest(): void {
  if (asked) return;
  asked = true;
  import('virtual:icons/rest').then(
    ({ default: rest }) => (bodies.value = { ...bodies.value, ...rest }),
    () => (asked = false),
  );
}
