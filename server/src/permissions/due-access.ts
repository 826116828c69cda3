import type { Core } from '@strapi/strapi';
import { POST_UID } from '../plugin-id';
import { pressService } from '../press-service';
import type { SettingsService } from '../settings';
import { mayDo, type Caller } from './caller';

/**
 * The moment up to which posts are dated that a caller may see; null where there is none: Jekyll leaves out what is dated
 * ahead, unless `future` is set, and who may update posts sees all of them.
 */
export async function visibleUntil(strapi: Core.Strapi, caller: Caller | undefined): Promise<Date | null> {
  if (caller && (await mayDo(strapi, caller, `${POST_UID}.update`))) return null;
  const { future } = await pressService<SettingsService>(strapi, 'settings').recent();
  return future ? null : new Date();
}
