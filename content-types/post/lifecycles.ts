import type { Core } from '@strapi/strapi';

declare const strapi: Core.Strapi;

type Lifecycle = (event: unknown) => Promise<void>;

const hook = (): Record<string, Lifecycle> => strapi.plugin('press').service('hook');

export const beforeCreate: Lifecycle = (event) => hook().beforePostCreate(event);
export const beforeUpdate: Lifecycle = (event) => hook().beforePostUpdate(event);
export const afterCreate: Lifecycle = (event) => hook().afterPostWrite(event);
export const afterUpdate: Lifecycle = (event) => hook().afterPostWrite(event);
export const beforeDelete: Lifecycle = (event) => hook().beforePostDelete(event);
export const afterDelete: Lifecycle = (event) => hook().afterPostDelete(event);
