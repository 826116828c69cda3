import type { Core } from '@strapi/strapi';

declare const strapi: Core.Strapi;

type Lifecycle = (event: unknown) => Promise<void>;

const hook = (): Record<string, Lifecycle> => strapi.plugin('press').service('hook');

/** Hands each lifecycle event to the service that knows the rules. */
export const lifecycles: Record<string, Lifecycle> = {
  beforeCreate: (event) => hook().beforePostCreate(event),
  beforeUpdate: (event) => hook().beforePostUpdate(event),
  afterCreate: (event) => hook().afterPostWrite(event),
  afterUpdate: (event) => hook().afterPostWrite(event),
  beforeDelete: (event) => hook().beforePostDelete(event),
  afterDelete: (event) => hook().afterPostDelete(event),
};
