import { defineAsyncComponent, type Component } from 'vue';

const pause = 3_000;

/** A component that loads when it is first shown. Where that fails, it is tried again until the network is back. */
export const lazyPart = <Part extends Component>(loader: () => Promise<{ default: Part }>): Part =>
  defineAsyncComponent<Part>({ loader, onError: (_error, retry) => void setTimeout(retry, pause) });
