import type { Core } from '@strapi/strapi';

/**
 * Where readers get an image of the media library: with the address of Strapi before its path, once the app's
 * `config/server.ts` names one (`url`), or where whole addresses are asked for.
 */
export function libraryAddress(strapi: Core.Strapi, url: string, absolute: boolean): string {
  const { config } = strapi;
  const isPath = url.startsWith('/') && !url.startsWith('//');
  if (!isPath || (!absolute && !config.get('server.url', ''))) return url;
  return `${config.get('server.absoluteUrl', '').replace(/\/+$/, '')}${url}`;
}
