import { h, type FunctionalComponent } from 'vue';

/** Where something will stand. That the page is loading is said once, by who shows these. */
const KitSkeleton: FunctionalComponent = () => h('div', { class: 'kit-skeleton', 'aria-hidden': 'true' });
export default KitSkeleton;
