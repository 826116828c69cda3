/** What of Strapi's core controller our own actions use; Strapi types it for an app's own types only. */
export interface CoreController {
  validateQuery(context: QueryContext): Promise<void>;
  sanitizeQuery(context: QueryContext): Promise<Record<string, unknown>>;
  sanitizeOutput(data: unknown, context: QueryContext): Promise<unknown>;
  transformResponse(data: unknown, meta?: unknown): unknown;
}

/** What of a request they use. */
export interface QueryContext {
  query: Record<string, unknown>;
  params?: Record<string, string>;
}
