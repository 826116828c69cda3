import type { Core } from '@strapi/strapi';

declare const strapi: Core.Strapi;

type Lifecycle = (event: unknown) => Promise<void>;

const terms = (): Record<string, Lifecycle> => strapi.plugin('press').service('termHook');

export const beforeCreate: Lifecycle = (event) => terms().beforeCreate(event);
export const beforeUpdate: Lifecycle = (event) => terms().beforeUpdate(event);
export const afterUpdate: Lifecycle = (event) => terms().afterUpdate(event);
export const beforeDelete: Lifecycle = (event) => terms().beforeDelete(event);
export const afterDelete: Lifecycle = (event) => terms().afterDelete(event);
export const beforeDeleteMany: Lifecycle = (event) => terms().beforeDeleteMany(event);
export const afterDeleteMany: Lifecycle = (event) => terms().afterDelete(event);
