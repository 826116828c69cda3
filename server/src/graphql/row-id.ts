/** The row id of an object that a resolver is given; Strapi has it in every row, though no schema shows it. */
export function rowId(parent: unknown): number {
  return Number((parent as { id: number }).id);
}
