import type { Overview, ProblemPost } from '../../../core/admin/overview';
import { pressApi } from './press-api';

/** What the overview asks. */
export const overviewApi = pressApi.injectEndpoints({
  endpoints: (builder) => ({
    getOverview: builder.query<Overview, { locale: string | null }>({
      query: ({ locale }) => ({ url: '/press/overview', config: { params: locale ? { locale } : {} } }),
      transformResponse: (answer: { data: Overview }) => answer.data,
      providesTags: ['PressOverview', 'CountDocuments'],
    }),
    /** A page of the posts that break a rule. */
    getProblemPosts: builder.query<ProblemPost[], { rule: string; page: number; locale: string }>({
      query: (params) => ({ url: '/press/overview/problems', config: { params } }),
      transformResponse: (answer: { data: ProblemPost[] }) => answer.data,
      providesTags: ['PressOverview', 'CountDocuments'],
    }),
  }),
});

export const { useGetOverviewQuery, useGetProblemPostsQuery } = overviewApi;
