import type {
  MergeOutlook,
  MergeRequest,
  TermOutlook,
  TermOutlookRequest,
  TermType,
} from '../../../core/admin/terms';
import { pressApi } from './press-api';

/** A category or tag that is stored. */
export interface TermPlace {
  kind: TermType;
  documentId: string;
}

/** A category or tag that can be chosen. */
export interface TermOption {
  documentId: string;
  name: string | null;
  term: string | null;
}

const OPTIONS = 20;

/** Of Strapi's tags this one goes with every save, publication and deletion; its others name one entry each. */
const SHOWN = ['PressTerm', 'Document', 'CountDocuments'] as const;

const pathOf = ({ kind, documentId }: TermPlace) => `/press/terms/${kind}/${documentId}`;

/** What the form of a category or tag asks. */
export const termsApi = pressApi.injectEndpoints({
  endpoints: (builder) => ({
    /** What saving would do. */
    getTermOutlook: builder.query<TermOutlook, TermPlace & { request: TermOutlookRequest }>({
      query: ({ request, ...place }) => ({ url: `${pathOf(place)}/outlook`, method: 'POST', data: request }),
      transformResponse: (answer: { data: TermOutlook }) => answer.data,
      providesTags: SHOWN,
    }),
    getMergeOutlook: builder.query<MergeOutlook, TermPlace & { request: MergeRequest }>({
      query: ({ request, ...place }) => ({
        url: `${pathOf(place)}/merge-outlook`,
        method: 'POST',
        data: request,
      }),
      transformResponse: (answer: { data: MergeOutlook }) => answer.data,
      providesTags: SHOWN,
    }),
    /** Queues the merge; gives the number of its job. */
    mergeTerm: builder.mutation<number, TermPlace & { request: MergeRequest }>({
      query: ({ request, ...place }) => ({ url: `${pathOf(place)}/merge`, method: 'POST', data: request }),
      transformResponse: (answer: { data: { job: number } }) => answer.data.job,
      invalidatesTags: ['PressJob'],
    }),
    /** A merge has ended: everything that shows either of both is asked for anew. */
    noteMerge: builder.mutation<null, void>({
      queryFn: () => ({ data: null }),
      invalidatesTags: ['PressTerm', 'Document', 'PressOverview'],
    }),
    /** The first ones of a kind in whose texts a text stands. */
    getTermOptions: builder.query<
      TermOption[],
      { kind: TermType; search: string; locale: string | null; except: string }
    >({
      query: ({ kind, search, locale, except }) => ({
        url: `/content-manager/collection-types/plugin::press.${kind}`,
        config: {
          params: {
            pageSize: OPTIONS,
            sort: 'name:asc',
            filters: { documentId: { $ne: except } },
            ...(search ? { _q: search } : {}),
            ...(locale ? { locale } : {}),
          },
        },
      }),
      transformResponse: (answer: { results: TermOption[] }) => answer.results,
      providesTags: SHOWN,
    }),
  }),
});

export const {
  useGetTermOutlookQuery,
  useGetMergeOutlookQuery,
  useMergeTermMutation,
  useNoteMergeMutation,
  useGetTermOptionsQuery,
} = termsApi;
