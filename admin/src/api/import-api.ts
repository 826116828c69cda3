import type {
  FileProblem,
  ImportDetail,
  ImportSummary,
  ProblemKind,
  UploadedText,
} from '../../../core/admin/import';
import { pressApi } from './press-api';

/** Which part of a list. */
export interface Page {
  page: number;
  pageSize: number;
}

/** A page of the history. */
export interface ImportHistory {
  imports: ImportSummary[];
  pagination: Page & { pageCount: number; total: number };
}

interface HistoryAnswer {
  data: ImportSummary[];
  meta: { pagination: ImportHistory['pagination'] };
}

/** The settings by which a text is read, as JSON. */
export type OpenedText = UploadedText & { settings: unknown };

const command = (name: string) => (id: number) => ({
  url: `/press/imports/${id}/${name}`,
  method: 'POST' as const,
});

/** What the page Import asks. */
export const importApi = pressApi.injectEndpoints({
  endpoints: (builder) => ({
    getImports: builder.query<ImportHistory, Page>({
      query: (params) => ({ url: '/press/imports', config: { params } }),
      transformResponse: ({ data, meta }: HistoryAnswer) => ({ imports: data, pagination: meta.pagination }),
      providesTags: [{ type: 'PressImport', id: 'LIST' }],
    }),
    getImport: builder.query<ImportDetail, number>({
      query: (id) => `/press/imports/${id}`,
      transformResponse: (answer: { data: ImportDetail }) => answer.data,
      providesTags: (_result, _error, id) => [{ type: 'PressImport', id }],
    }),
    getImportProblems: builder.query<
      FileProblem[],
      Page & { id: number; kind: ProblemKind | null; run: string }
    >({
      query: ({ id, kind, page, pageSize }) => ({
        url: `/press/imports/${id}/problems`,
        config: { params: { page, pageSize, ...(kind === null ? {} : { kind }) } },
      }),
      transformResponse: (answer: { data: FileProblem[] }) => answer.data,
      providesTags: (_result, _error, { id }) => [{ type: 'PressImport', id: `${id} problems` }],
    }),
    getUploadedText: builder.query<OpenedText, { id: number; path: string }>({
      query: ({ id, path }) => ({
        url: `/press/imports/${id}/files`,
        config: { params: { path: encodeURIComponent(path) } },
      }),
      transformResponse: (answer: { data: OpenedText }) => answer.data,
      keepUnusedDataFor: 0,
    }),
    writeUploadedText: builder.mutation<UploadedText, { id: number; path: string; text: string | null }>({
      query: ({ id, ...data }) => ({ url: `/press/imports/${id}/files`, method: 'PUT', data }),
      transformResponse: (answer: { data: UploadedText }) => answer.data,
      invalidatesTags: (_result, _error, { id }) => [
        { type: 'PressImport', id },
        { type: 'PressImport', id: `${id} problems` },
      ],
    }),
    checkImport: builder.mutation<unknown, number>({
      query: command('check'),
      invalidatesTags: (_result, _error, id) => changed(id),
    }),
    fixImport: builder.mutation<unknown, number>({
      query: command('fix'),
      invalidatesTags: (_result, _error, id) => changed(id),
    }),
    runImport: builder.mutation<unknown, { id: number; overwrite: boolean }>({
      query: ({ id, overwrite }) => ({ ...command('run')(id), data: { overwrite } }),
      invalidatesTags: (_result, _error, { id }) => changed(id),
    }),
    resumeImport: builder.mutation<unknown, number>({
      query: command('resume'),
      invalidatesTags: (_result, _error, id) => changed(id),
    }),
    discardImport: builder.mutation<unknown, number>({
      query: (id) => ({ url: `/press/imports/${id}`, method: 'DELETE' }),
      invalidatesTags: [{ type: 'PressImport', id: 'LIST' }, 'PressJob'],
    }),
  }),
});

function changed(id: number) {
  return [
    { type: 'PressImport' as const, id },
    { type: 'PressImport' as const, id: 'LIST' },
    'PressJob' as const,
  ];
}

export const {
  useGetImportsQuery,
  useGetImportQuery,
  useGetImportProblemsQuery,
  useLazyGetUploadedTextQuery,
  useGetUploadedTextQuery,
  useWriteUploadedTextMutation,
  useCheckImportMutation,
  useFixImportMutation,
  useRunImportMutation,
  useResumeImportMutation,
  useDiscardImportMutation,
} = importApi;
