import type { Core } from '@strapi/strapi';
import { stopAnnouncing } from './events/due-posts';
import type { JobsService } from './jobs';
import type { ListingService } from './listing';
import { pressService } from './press-service';

/** When the instance ends, its background work does: the running job stops after its batch, and another process or the next start goes on with it. */
export async function destroy({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  stopAnnouncing(strapi);
  pressService<ListingService>(strapi, 'listing').stop();
  await pressService<JobsService>(strapi, 'jobs').stop();
}
