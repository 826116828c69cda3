import { factories } from '@strapi/strapi';
import contentTypes from '../../content-types';
import { bootstrap } from './bootstrap';
import { destroy } from './destroy';
import { config } from './config';
import { controllers } from './controllers';
import { downloadsService } from './downloads';
import { editingService } from './editing';
import { exportService } from './export';
import { feedsService } from './feeds';
import { hookService } from './hook';
import { importJobsService, importService } from './import';
import { imagesService } from './import/images';
import { checkService, ingestService } from './ingest';
import { jobsService } from './jobs';
import { listingService } from './listing';
import { overviewService } from './overview';
import { regenerationService } from './regeneration';
import { CATEGORY_UID, POST_UID, TAG_UID } from './plugin-id';
import { renderingService } from './rendering';
import { redirectHookService, redirectsService } from './redirects';
import { register } from './register';
import { routes } from './routes';
import { settingsService } from './settings';
import { settingsFormService } from './settings-form';
import { mergeService, termHookService, termOutlookService, termsService } from './terms';
import { uploadsService } from './uploads';

/** The server side of the plugin, as Strapi 5 loads it. */
export default {
  config,
  contentTypes,
  register,
  bootstrap,
  destroy,
  routes,
  controllers,
  services: {
    settings: settingsService,
    settingsForm: settingsFormService,
    hook: hookService,
    terms: termsService,
    termHook: termHookService,
    termOutlook: termOutlookService,
    merge: mergeService,
    jobs: jobsService,
    listing: listingService,
    redirects: redirectsService,
    redirectHook: redirectHookService,
    regeneration: regenerationService,
    import: importService,
    importJobs: importJobsService,
    uploads: uploadsService,
    images: imagesService,
    feeds: feedsService,
    rendering: renderingService,
    ingest: ingestService,
    check: checkService,
    editing: editingService,
    overview: overviewService,
    export: exportService,
    downloads: downloadsService,
    // The core controllers of our types look for these.
    post: factories.createCoreService(POST_UID),
    category: factories.createCoreService(CATEGORY_UID),
    tag: factories.createCoreService(TAG_UID),
  },
};
