import { onScopeDispose, watch } from 'vue';

/** Describes the page to search engines while it is open (schema.org, JSON-LD). */
export function useStructuredData(data: () => object | undefined): void {
  const script = document.createElement('script');
  script.type = 'application/ld+json';
  watch(
    () => JSON.stringify(data()),
    (text) => {
      script.remove();
      if (!text) return;
      script.textContent = text;
      document.head.append(script);
    },
    { immediate: true },
  );
  onScopeDispose(() => script.remove());
}
