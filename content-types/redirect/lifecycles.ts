import type { Core } from '@strapi/strapi';

declare const strapi: Core.Strapi;

type Lifecycle = (event: unknown) => Promise<void>;

const redirects = (): Record<string, Lifecycle> => strapi.plugin('press').service('redirectHook');

/** Hands each lifecycle event to the service that knows the rules. */
export const lifecycles: Record<string, Lifecycle> = {
  beforeCreate: (event) => redirects().beforeCreate(event),
  afterCreate: (event) => redirects().afterWrite(event),
  beforeUpdate: (event) => redirects().beforeUpdate(event),
  afterUpdate: (event) => redirects().afterWrite(event),
};
