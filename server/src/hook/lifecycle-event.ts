/** What Strapi's database layer hands to a lifecycle hook (`@strapi/database`, lifecycles/types). */
export interface LifecycleEvent {
  action: string;
  model: { uid: string };
  params: { where?: Record<string, unknown>; data?: Record<string, unknown> };
  /** Shared between the before and the after hook of one operation. */
  state: Record<string, unknown>;
  result?: Record<string, unknown> | null;
}
