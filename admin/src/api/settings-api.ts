import type {
  ExamplePost,
  SettingsPatch,
  SettingsPreview,
  SettingsPreviewRequest,
  SettingsView,
} from '../../../core/admin/settings';
import { pressApi } from './press-api';

/** The settings page. Strapi's own endpoints share the names, so that these say whose they are. */
export const settingsApi = pressApi.injectEndpoints({
  endpoints: (builder) => ({
    getPressSettings: builder.query<SettingsView, void>({
      query: () => '/press/settings',
      transformResponse: (answer: { data: SettingsView }) => answer.data,
      providesTags: ['PressSettings'],
    }),
    /** What saving would do. */
    previewPressSettings: builder.query<SettingsPreview, SettingsPreviewRequest>({
      query: (data) => ({ url: '/press/settings/preview', method: 'POST', data }),
      transformResponse: (answer: { data: SettingsPreview }) => answer.data,
      keepUnusedDataFor: 0,
      providesTags: ['PressSettings'],
    }),
    /** Published posts that can be the example, by a text of their titles. */
    findPressExamplePosts: builder.query<ExamplePost[], string>({
      query: (q) => ({ url: '/press/settings/posts', config: { params: { q } } }),
      transformResponse: (answer: { data: ExamplePost[] }) => answer.data,
      keepUnusedDataFor: 5,
    }),
    updatePressSettings: builder.mutation<SettingsView, SettingsPatch>({
      query: (patch) => ({ url: '/press/settings', method: 'PUT', data: { patch } }),
      transformResponse: (answer: { data: SettingsView }) => answer.data,
      invalidatesTags: (_view, error) => (error ? [] : ['PressSettings', 'PressJob', 'Document']),
    }),
  }),
});

export const {
  useGetPressSettingsQuery,
  usePreviewPressSettingsQuery,
  useFindPressExamplePostsQuery,
  useUpdatePressSettingsMutation,
} = settingsApi;
