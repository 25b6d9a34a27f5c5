import { h, type FunctionalComponent } from 'vue';

/** Placeholder of content that is loading. The parent announces once that the page is loading. */
const KitSkeleton: FunctionalComponent = () => h('div', { class: 'kit-skeleton', 'aria-hidden': 'true' });
export default KitSkeleton;
