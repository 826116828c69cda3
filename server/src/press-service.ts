import type { Core } from '@strapi/strapi';
import { PLUGIN_ID } from './plugin-id';

/**
 * One of the plugin's services, by the name it has in Strapi's registry. The caller names the type, so that no file
 * needs the map of all services and imports stay free of circles.
 */
export function pressService<Service>(strapi: Core.Strapi, name: string): Service {
  return strapi.plugin(PLUGIN_ID).service(name) as Service;
}
