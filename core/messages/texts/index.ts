import { FILE_TEXTS } from './files';
import { JOB_TEXTS } from './jobs';
import { NETWORK_TEXTS } from './networks';
import { POST_TEXTS } from './posts';
import { REDIRECT_TEXTS } from './redirects';
import { REQUEST_TEXTS } from './requests';
import { SETTING_TEXTS } from './settings';
import { TERM_TEXTS } from './terms';

/** What messages say, by their ids. */
export const MESSAGE_TEXTS = {
  ...FILE_TEXTS,
  ...JOB_TEXTS,
  ...NETWORK_TEXTS,
  ...POST_TEXTS,
  ...REDIRECT_TEXTS,
  ...REQUEST_TEXTS,
  ...SETTING_TEXTS,
  ...TERM_TEXTS,
};
