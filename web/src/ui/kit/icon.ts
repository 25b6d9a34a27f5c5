import { h, type FunctionalComponent } from 'vue';
import { Icon } from '../bundled-icon.ts';

/** One icon by its name, `i-lucide-…`, as large as the letters around it. */
const KitIcon: FunctionalComponent<{ name: string }> = ({ name }) => h(Icon, { icon: name.replace(/^i-/, '') });
KitIcon.props = ['name'];
export default KitIcon;
