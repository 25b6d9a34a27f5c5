import { h, type FunctionalComponent } from 'vue';
import { Icon } from '../bundled-icon.ts';

/** One icon by its name, `i-lucide-…`, as large as the letters around it. */
const UiIcon: FunctionalComponent<{ name: string }> = ({ name }) => h(Icon, { icon: name.replace(/^i-/, '') });
UiIcon.props = ['name'];
export default UiIcon;
