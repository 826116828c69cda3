import type { Core } from '@strapi/strapi';

export const IMAGE_UID = 'plugin::press.image';

/** Which asset of the media library an image of the site became. No content type: nobody edits it. */
const IMAGE_MODEL = {
  uid: IMAGE_UID,
  singularName: 'image',
  tableName: 'press_images',
  attributes: {
    id: { type: 'increments' },
    /** SHA-256 of the path, as paths may be longer than an index takes. */
    pathKey: { type: 'string', column: { notNullable: true } },
    path: { type: 'text' },
    /** SHA-256 of the file that was uploaded. */
    hash: { type: 'string' },
    stamp: { type: 'string' },
    /** Null for an image that posts show and the site does not have. */
    fileId: { type: 'integer' },
    /** The first posts that show it, by their paths. */
    posts: { type: 'json' },
  },
  indexes: [{ name: 'press_images_path_key_unique', columns: ['path_key'], type: 'unique' as const }],
};

/** Strapi's list of tables that belong to no content type. */
interface ModelRegistry {
  add(model: typeof IMAGE_MODEL): unknown;
}

export function registerImageModel(strapi: Core.Strapi): void {
  strapi.get<ModelRegistry>('models').add(IMAGE_MODEL);
}
