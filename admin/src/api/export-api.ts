import type {
  ExportChange,
  ExportChangeKind,
  ExportRequest,
  ExportSummary,
  ExportTexts,
} from '../../../core/admin/export';
import { pressApi } from './press-api';

interface Page {
  page: number;
  pageSize: number;
}

/** A page of the exports so far. */
export interface ExportHistoryPage {
  exports: ExportSummary[];
  pageCount: number;
}

interface HistoryAnswer {
  data: ExportSummary[];
  meta: { pagination: { pageCount: number } };
}

/** What the page Export asks. */
export const exportApi = pressApi.injectEndpoints({
  endpoints: (builder) => ({
    getPressExports: builder.query<ExportHistoryPage, Page>({
      query: (params) => ({ url: '/press/exports', config: { params } }),
      transformResponse: ({ data, meta }: HistoryAnswer) => ({
        exports: data,
        pageCount: meta.pagination.pageCount,
      }),
      providesTags: ['PressExport'],
    }),
    /** Files of an export that differ from those that were imported. */
    getExportChanges: builder.query<ExportChange[], Page & { id: number; kind: ExportChangeKind | null }>({
      query: ({ id, kind, ...page }) => ({
        url: `/press/exports/${id}/changes`,
        config: { params: { ...page, ...(kind ? { kind } : {}) } },
      }),
      transformResponse: (answer: { data: ExportChange[] }) => answer.data,
    }),
    /** A post's file as it is written now, and as it was imported. */
    getExportTexts: builder.query<ExportTexts, { documentId: string; locale: string | null }>({
      query: ({ documentId, locale }) => ({
        url: '/press/exports/texts',
        config: { params: { documentId, ...(locale ? { locale } : {}) } },
      }),
      transformResponse: (answer: { data: ExportTexts }) => answer.data,
      keepUnusedDataFor: 0,
    }),
    beginExport: builder.mutation<{ id: number }, ExportRequest>({
      query: (data) => ({ url: '/press/exports', method: 'POST', data }),
      transformResponse: (answer: { data: { id: number } }) => answer.data,
      invalidatesTags: ['PressExport', 'PressJob'],
    }),
    discardExport: builder.mutation<unknown, number>({
      query: (id) => ({ url: `/press/exports/${id}`, method: 'DELETE' }),
      invalidatesTags: ['PressExport', 'PressJob'],
    }),
  }),
});

export const {
  useGetPressExportsQuery,
  useGetExportChangesQuery,
  useGetExportTextsQuery,
  useBeginExportMutation,
  useDiscardExportMutation,
} = exportApi;
