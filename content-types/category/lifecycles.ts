import type { Core } from '@strapi/strapi';

declare const strapi: Core.Strapi;

type Lifecycle = (event: unknown) => Promise<void>;

const terms = (): Record<string, Lifecycle> => strapi.plugin('press').service('termHook');

/** Hands each lifecycle event to the service that knows the rules. */
export const lifecycles: Record<string, Lifecycle> = {
  beforeCreate: (event) => terms().beforeCreate(event),
  beforeUpdate: (event) => terms().beforeUpdate(event),
  afterUpdate: (event) => terms().afterUpdate(event),
  beforeDelete: (event) => terms().beforeDelete(event),
  afterDelete: (event) => terms().afterDelete(event),
  beforeDeleteMany: (event) => terms().beforeDeleteMany(event),
  afterDeleteMany: (event) => terms().afterDelete(event),
};
