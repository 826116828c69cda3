import type {
  PostOutlook,
  PostOutlookRequest,
  RelationTerms,
  RelationTermsRequest,
  StoredPostText,
} from '../../../core/admin/post-outlook';
import { settingsFromJson } from '../../../core/admin/settings-json';
import type { Settings } from '../../../core/settings';
import { pressApi } from './press-api';

/** What the form of a post asks while somebody writes. */
export const editingApi = pressApi.injectEndpoints({
  endpoints: (builder) => ({
    /** The settings by which front matter is read, as JSON; `settingsOf` makes them usable. */
    getEditingSettings: builder.query<unknown, void>({
      query: () => '/press/editing/settings',
      transformResponse: (answer: { data: { settings: unknown } }) => answer.data.settings,
      providesTags: ['PressSettings'],
    }),
    /** What an edit of a stored post starts from. */
    getStoredText: builder.query<StoredPostText | null, { documentId: string; locale: string | null }>({
      query: ({ documentId, locale }) => ({
        url: `/press/editing/posts/${documentId}`,
        config: { params: locale ? { locale } : {} },
      }),
      transformResponse: (answer: { data: StoredPostText | null }) => answer.data,
      keepUnusedDataFor: 0,
      providesTags: ['CountDocuments'],
    }),
    /** What a post would be if its form were saved now. */
    getPostOutlook: builder.query<PostOutlook, PostOutlookRequest>({
      query: (data) => ({ url: '/press/editing/outlook', method: 'POST', data }),
      transformResponse: (answer: { data: PostOutlook }) => answer.data,
      keepUnusedDataFor: 5,
      providesTags: ['CountDocuments', 'PressSettings'],
    }),
    /** The terms that the relations of a form name. */
    getRelationTerms: builder.mutation<RelationTerms, RelationTermsRequest>({
      query: (data) => ({ url: '/press/editing/terms', method: 'POST', data }),
      transformResponse: (answer: { data: RelationTerms }) => answer.data,
    }),
  }),
});

const decoded = new WeakMap<object, Settings>();

/** Settings from their JSON; the same object for the same answer, so that the core's own caches hold. */
export function settingsOf(json: unknown): Settings {
  const known = decoded.get(json as object);
  if (known) return known;
  const settings = settingsFromJson(json);
  decoded.set(json as object, settings);
  return settings;
}

export const {
  useGetEditingSettingsQuery,
  useGetStoredTextQuery,
  useGetPostOutlookQuery,
  useGetRelationTermsMutation,
} = editingApi;
