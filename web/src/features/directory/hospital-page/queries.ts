import { toValue, type MaybeRefOrGetter } from 'vue';
import { useQuery } from '@pinia/colada';
import type { PublicTextKind } from '@yunzhen/shared/administration/consent-texts.constants';
import { readPublicText } from '@yunzhen/shared/administration/consent-texts.contract';
import { listHospitals } from '@yunzhen/shared/accounts/auth.contract';
import { readHospitalPage } from '@yunzhen/shared/directory/hospital-page.contract';
import type { Locale } from '@yunzhen/shared/core/locale';
import { api } from '../../../core/api/index.ts';

export const useHospitalList = () =>
  useQuery({ key: ['hospitals'], query: ({ signal }) => api.call(listHospitals, { signal }) });

export const useHospitalPage = (hospital: MaybeRefOrGetter<string>) =>
  useQuery({
    key: () => ['hospital-page', toValue(hospital)],
    query: ({ signal }) => api.call(readHospitalPage, { params: { hospital: toValue(hospital) }, signal }),
  });

/** A text of the hospital’s public pages, in the reader’s language where available. */
export const usePublicText = (
  hospital: MaybeRefOrGetter<string>,
  kind: MaybeRefOrGetter<PublicTextKind>,
  locale: MaybeRefOrGetter<Locale>,
  version: MaybeRefOrGetter<string | undefined>,
) =>
  useQuery({
    key: () => ['public-text', toValue(hospital), toValue(kind), toValue(locale), toValue(version) ?? ''],
    query: ({ signal }) =>
      api.call(readPublicText, {
        params: { hospital: toValue(hospital), kind: toValue(kind) },
        query: { locale: toValue(locale), version: toValue(version) },
        signal,
      }),
  });
