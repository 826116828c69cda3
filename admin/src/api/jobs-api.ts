import type { JobView } from '../../../core/admin/jobs';
import { pressApi } from './press-api';

/** Jobs and how far they are. Poll `useGetJobQuery` (as `JobProgress` does) while one runs. */
export const jobsApi = pressApi.injectEndpoints({
  endpoints: (builder) => ({
    /** The newest jobs first; with `open` those that have not ended. */
    getJobs: builder.query<JobView[], { open?: boolean; limit?: number }>({
      query: ({ open = false, limit }) => ({
        url: '/press/jobs',
        config: { params: { ...(open ? { state: 'open' } : {}), ...(limit ? { limit } : {}) } },
      }),
      transformResponse: (answer: { data: JobView[] }) => answer.data,
      providesTags: ['PressJob'],
    }),
    getJob: builder.query<JobView, number>({
      query: (id) => `/press/jobs/${id}`,
      transformResponse: (answer: { data: JobView }) => answer.data,
      providesTags: (_job, _error, id) => [{ type: 'PressJob', id }],
    }),
    /** Stops a job after its batch. */
    cancelJob: builder.mutation<JobView, number>({
      query: (id) => ({ url: `/press/jobs/${id}/cancel`, method: 'POST' }),
      transformResponse: (answer: { data: JobView }) => answer.data,
      invalidatesTags: ['PressJob'],
    }),
    /** Has a job go on that stopped. */
    resumeJob: builder.mutation<JobView, number>({
      query: (id) => ({ url: `/press/jobs/${id}/resume`, method: 'POST' }),
      transformResponse: (answer: { data: JobView }) => answer.data,
      invalidatesTags: ['PressJob'],
    }),
  }),
});

/** What is known of a job already, without asking. */
export const useGetJobQueryState = jobsApi.endpoints.getJob.useQueryState;

export const { useGetJobsQuery, useGetJobQuery, useCancelJobMutation, useResumeJobMutation } = jobsApi;
