import type { Core } from '@strapi/strapi';
import { errors, z } from '@strapi/utils';
import { isResumable, type JobView } from '../../../../core/admin/jobs';
import { message } from '../../../../core/messages';
import { jobError, type Job, type JobsService } from '../../jobs';
import { OPEN_STATES } from '../../jobs/job';
import { errorSaying } from '../../messages/error-saying';
import { mayAny, requireAny, type AdminContext } from '../../permissions/admin-access';
import { JOB_READERS, jobControllers, mayWork, requireWork } from '../../permissions/job-access';
import { pressService } from '../../press-service';
import { parse } from '../parse-request';

/** What of a request the actions use. */
export interface JobContext extends AdminContext {
  params: { id?: string };
  query: Record<string, unknown>;
}

const asked = z.object({
  state: z.literal('open').optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

/** Jobs as the pages of the admin follow them. */
export const adminJobs = ({ strapi }: { strapi: Core.Strapi }) => {
  const jobs = () => pressService<JobsService>(strapi, 'jobs');

  async function found({ params }: JobContext): Promise<Job> {
    const id = Number(params.id);
    const job = Number.isSafeInteger(id) ? await jobs().find(id) : null;
    if (!job) throw errorSaying(errors.NotFoundError, message('job/gone'));
    return job;
  }

  async function controlled(context: JobContext): Promise<Job> {
    requireAny(context, JOB_READERS);
    const job = await found(context);
    requireAny(context, jobControllers(job));
    return job;
  }

  return {
    /** `GET /press/jobs?state=open&limit=20`: the newest first; with `state=open` those that have not ended. */
    async list(context: JobContext): Promise<{ data: JobView[] }> {
      requireAny(context, JOB_READERS);
      const { state, limit } = parse(asked, context.query);
      const rows = await jobs().list({ limit, ...(state ? { states: OPEN_STATES } : {}) });
      return { data: rows.map((job) => viewOf(job, context)) };
    },

    /** `GET /press/jobs/:id` */
    async find(context: JobContext): Promise<{ data: JobView }> {
      requireAny(context, JOB_READERS);
      return { data: viewOf(await found(context), context) };
    },

    /** `POST /press/jobs/:id/cancel`: it stops after its batch; 400 where it has ended already. */
    async cancel(context: JobContext): Promise<{ data: JobView }> {
      const { id } = await controlled(context);
      if (!(await jobs().cancel(id))) throw errorSaying(errors.ValidationError, message('job/ended'));
      return { data: viewOf(await found(context), context) };
    },

    /**
     * `POST /press/jobs/:id/resume`: it goes on where it stopped; 400 where it did not stop. It needs the rights that its
     * start needs.
     */
    async resume(context: JobContext): Promise<{ data: JobView }> {
      const job = await controlled(context);
      requireWork(strapi, context, job);
      if (!(await jobs().resume(job.id)))
        throw errorSaying(errors.ValidationError, message('job/not-stopped'));
      return { data: viewOf(await found(context), context) };
    },
  };

  function viewOf(job: Job, context: AdminContext): JobView {
    const { id, kind, state, counts, report, createdAt, startedAt, finishedAt } = job;
    const error = jobError(job);
    // To stop a job takes less than to begin one.
    const mayDoIt = !isResumable(job) || mayWork(strapi, context, job);
    const mayControl = mayDoIt && mayAny(context, jobControllers(job));
    return { id, kind, state, counts, report, ...error, createdAt, startedAt, finishedAt, mayControl };
  }
};
