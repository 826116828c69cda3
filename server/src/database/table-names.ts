import type { Core } from '@strapi/strapi';

/** Names in the database of a content type. */
export interface TableNames {
  table: string;
  /** Column of a scalar attribute. */
  column: (attribute: string) => string;
  /** Join table of a relation: its name, the column of our row, of the other row, and of the order. */
  link: (attribute: string) => LinkNames;
}

export interface LinkNames {
  table: string;
  own: string;
  other: string;
  order: string;
}

interface JoinTable {
  name: string;
  joinColumn: { name: string };
  inverseJoinColumn: { name: string };
  orderColumnName?: string;
}

/** Table and column names as Strapi's metadata has them; never written down, they depend on its naming rules. */
export function tableNames(strapi: Core.Strapi, uid: string): TableNames {
  const meta = strapi.db.metadata.get(uid);
  return {
    table: meta.tableName,
    column(attribute) {
      const { columnName } = meta.attributes[attribute] as { columnName?: string };
      return columnName ?? attribute;
    },
    link(attribute) {
      const { joinTable } = meta.attributes[attribute] as unknown as { joinTable: JoinTable };
      return {
        table: joinTable.name,
        own: joinTable.joinColumn.name,
        other: joinTable.inverseJoinColumn.name,
        order: joinTable.orderColumnName ?? 'id',
      };
    },
  };
}
