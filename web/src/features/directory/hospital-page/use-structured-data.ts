import { onScopeDispose, watch, type Ref } from 'vue';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { HospitalPage } from '@yunzhen/shared/directory/hospital-page.contract';

/** Adds structured data of the hospital for search engines while its page is open (schema.org Hospital and Physician, JSON-LD). */
export function useStructuredData(
  page: Ref<HospitalPage | undefined>,
  localized: (text: LocalizedText) => string,
): void {
  const script = document.createElement('script');
  script.type = 'application/ld+json';
  watch(
    () => page.value && JSON.stringify(structuredData(page.value, localized)),
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

function structuredData(page: HospitalPage, localized: (text: LocalizedText) => string): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'Hospital',
    name: localized(page.name),
    url: `${location.origin}/hospitals/${page.slug}`,
    telephone: page.phone ?? undefined,
    address: localized(page.address) || undefined,
    department: page.departments.map(({ name }) => ({ '@type': 'MedicalClinic', name: localized(name) })),
    employee: page.doctors.map((doctor) => ({
      '@type': 'Physician',
      name: doctor.nameLatin || doctor.name,
      image: doctor.portrait ? `${location.origin}${doctor.portrait}/large` : undefined,
    })),
  };
}
