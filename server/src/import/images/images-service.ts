import type { Core } from '@strapi/strapi';
import { chunk } from 'lodash';
import { imageRecords } from './image-records';
import { FILE_UID } from './media-library';

const LOT = 500;

/** Where the images of the imported site are by now. */
export function imagesService({ strapi }: { strapi: Core.Strapi }) {
  return {
    /**
     * @param paths in the site, without a slash before them, as `sitePathOf` gives them.
     * @returns the URLs of their assets, by path; those that were not imported are left out.
     */
    async resolve(paths: readonly string[]): Promise<Map<string, string>> {
      const records = await imageRecords(strapi).load([...new Set(paths)]);
      const ids = [...records.values()].flatMap(({ fileId }) => fileId ?? []);
      const urls = new Map<number, string>();
      for (const lot of chunk(ids, LOT)) {
        const files: unknown = await strapi.db
          .query(FILE_UID)
          .findMany({ where: { id: { $in: lot } }, select: ['id', 'url'] });
        for (const { id, url } of files as { id: number; url: string }[]) urls.set(id, url);
      }
      return new Map(
        [...records].flatMap(([path, { fileId }]) => {
          const url = fileId === null ? undefined : urls.get(fileId);
          return url === undefined ? [] : [[path, url] as const];
        }),
      );
    },
  };
}

export type ImagesService = ReturnType<typeof imagesService>;
