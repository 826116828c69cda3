import type { Core } from '@strapi/strapi';
import { downloadJob, type DownloadsService } from './downloads';
import { announceDuePosts } from './events/due-posts';
import { importJob } from './import';
import type { JobsService } from './jobs';
import type { ListingService } from './listing';
import { answerInLanguageOfAdmin } from './messages/answer-language';
import { PLUGIN_ID } from './plugin-id';
import { pressService } from './press-service';
import { regenerationJob } from './regeneration';
import { mergeJob } from './terms';
import { siteUrlWarning, type SettingsService } from './settings';
import { uploadJob, type UploadsService } from './uploads';

/** When everything is loaded: generated fields follow settings that changed in the config file since the last start. */
export async function bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  answerInLanguageOfAdmin(strapi);
  startJobs(strapi);
  await fillListing(strapi);
  const settings = pressService<SettingsService>(strapi, 'settings');
  await settings.followConfigFile();
  const warning = siteUrlWarning(await settings.get());
  if (warning) strapi.log.warn(`${PLUGIN_ID}: ${warning}`);
}

/** A database from before there was a listing gets one by a job. */
async function fillListing(strapi: Core.Strapi): Promise<void> {
  if (!(await pressService<ListingService>(strapi, 'listing').isMissing())) return;
  strapi.log.info(`${PLUGIN_ID}: the lists of categories and tags are filled by a job`);
  await pressService<JobsService>(strapi, 'jobs').enqueue('rebuild', { scope: 'all', cause: 'rebuild' });
}

/** Jobs run where a server listens, unless the config says otherwise; commands and scripts that load the app start none. */
function startJobs(strapi: Core.Strapi): void {
  const jobs = pressService<JobsService>(strapi, 'jobs');
  jobs.handle('regenerate', regenerationJob(strapi));
  jobs.handle('rebuild', regenerationJob(strapi));
  jobs.handle('import', uploadJob(strapi, importJob(strapi)));
  jobs.handle('export', downloadJob(strapi));
  jobs.handle('merge', mergeJob(strapi));
  if (!strapi.config.get<boolean>(`plugin::${PLUGIN_ID}.jobs.run`, true)) return;
  strapi.server.httpServer.once('listening', () => {
    jobs.start();
    pressService<ListingService>(strapi, 'listing').start();
    announceDuePosts(strapi);
    pressService<UploadsService>(strapi, 'uploads')
      .removeOld()
      .catch((error: unknown) => strapi.log.warn(`${PLUGIN_ID}: old uploads stay: ${String(error)}`));
    pressService<DownloadsService>(strapi, 'downloads')
      .removeOld()
      .catch((error: unknown) => strapi.log.warn(`${PLUGIN_ID}: old exports stay: ${String(error)}`));
  });
}
