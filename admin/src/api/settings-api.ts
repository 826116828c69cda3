import type {
  ExamplePost,
  SettingsPatch,
  SettingsPreview,
  SettingsPreviewRequest,
  SettingsView,
} from '../../../core/admin/settings';
import { pressApi } from './press-api';

/** The settings page. */
export const settingsApi = pressApi.injectEndpoints({
  endpoints: (builder) => ({
    getSettings: builder.query<SettingsView, void>({
      query: () => '/press/settings',
      transformResponse: (answer: { data: SettingsView }) => answer.data,
      providesTags: ['PressSettings'],
    }),
    /** What saving would do. */
    previewSettings: builder.query<SettingsPreview, SettingsPreviewRequest>({
      query: (data) => ({ url: '/press/settings/preview', method: 'POST', data }),
      transformResponse: (answer: { data: SettingsPreview }) => answer.data,
      keepUnusedDataFor: 0,
      providesTags: ['PressSettings'],
    }),
    /** Published posts that can be the example, by a text of their titles. */
    findExamplePosts: builder.query<ExamplePost[], string>({
      query: (q) => ({ url: '/press/settings/posts', config: { params: { q } } }),
      transformResponse: (answer: { data: ExamplePost[] }) => answer.data,
      keepUnusedDataFor: 5,
    }),
    updateSettings: builder.mutation<SettingsView, SettingsPatch>({
      query: (patch) => ({ url: '/press/settings', method: 'PUT', data: { patch } }),
      transformResponse: (answer: { data: SettingsView }) => answer.data,
      invalidatesTags: (_view, error) => (error ? [] : ['PressSettings', 'PressJob', 'Document']),
    }),
  }),
});

export const {
  useGetSettingsQuery,
  usePreviewSettingsQuery,
  useFindExamplePostsQuery,
  useUpdateSettingsMutation,
} = settingsApi;
