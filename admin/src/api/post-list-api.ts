import type {
  ChangedPost,
  ChosenPosts,
  ProblemsByPost,
  RecategorizeRequest,
  RegeneratedPosts,
} from '../../../core/admin/post-list';
import { pressApi } from './press-api';

/** A category that can be chosen. */
export interface CategoryOption {
  documentId: string;
  name: string | null;
}

const OPTIONS = 20;

/** What the list of posts asks. */
export const postListApi = pressApi.injectEndpoints({
  endpoints: (builder) => ({
    getProblemsOfPosts: builder.query<ProblemsByPost, ChosenPosts>({
      query: (data) => ({ url: '/press/posts/problems', method: 'POST', data }),
      transformResponse: (answer: { data: ProblemsByPost }) => answer.data,
      providesTags: ['CountDocuments'],
    }),
    /** The first categories whose name has a text. */
    getCategoryOptions: builder.query<CategoryOption[], { search: string; locale: string | null }>({
      query: ({ search, locale }) => ({
        url: '/content-manager/collection-types/plugin::press.category',
        config: {
          params: {
            pageSize: OPTIONS,
            sort: 'name:asc',
            ...(search ? { _q: search } : {}),
            ...(locale ? { locale } : {}),
          },
        },
      }),
      transformResponse: (answer: { results: CategoryOption[] }) => answer.results,
    }),
    recategorize: builder.mutation<ChangedPost[], RecategorizeRequest>({
      query: (data) => ({ url: '/press/posts/recategorize', method: 'POST', data }),
      transformResponse: (answer: { data: ChangedPost[] }) => answer.data,
      invalidatesTags: ['Document', 'PressOverview'],
    }),
    regenerateLinks: builder.mutation<RegeneratedPosts, ChosenPosts>({
      query: (data) => ({ url: '/press/posts/regenerate', method: 'POST', data }),
      transformResponse: (answer: { data: RegeneratedPosts }) => answer.data,
      invalidatesTags: ['Document', 'PressOverview'],
    }),
  }),
});

export const {
  useGetProblemsOfPostsQuery,
  useGetCategoryOptionsQuery,
  useRecategorizeMutation,
  useRegenerateLinksMutation,
} = postListApi;
