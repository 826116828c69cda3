import type { Core } from '@strapi/strapi';
import { insertRows } from '../../database/insert-rows';
import { POST_UID } from '../../plugin-id';
import { FILE_UID } from './media-library';

interface MorphJoinTable {
  name: string;
  joinColumn: { name: string };
  morphColumn: { typeColumn: { name: string }; idColumn: { name: string } };
}

/** Gives new rows of posts their covers, in the running transaction, as the entity manager relates media. */
export async function insertCovers(
  strapi: Core.Strapi,
  covers: readonly { id: number; cover: number }[],
): Promise<void> {
  const { joinTable } = strapi.db.metadata.get(FILE_UID).attributes.related as unknown as {
    joinTable: MorphJoinTable;
  };
  const { name, joinColumn, morphColumn } = joinTable;
  await insertRows(strapi, {
    table: name,
    columns: [joinColumn.name, morphColumn.idColumn.name, morphColumn.typeColumn.name, 'field', 'order'],
    rows: covers.map(({ id, cover }) => [cover, id, POST_UID, 'cover', 1]),
  });
}
