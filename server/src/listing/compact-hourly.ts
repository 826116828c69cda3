import type { Core } from '@strapi/strapi';
import { failureOf } from '../import/failure';
import { compactCounts } from './listing-counts';

const HOUR = 3_600_000;

/** Sums up the counts each hour from now on, on the nodes that do background work. @returns what ends it. */
export function compactHourly(strapi: Core.Strapi): () => void {
  const timer = setInterval(() => {
    compactCounts(strapi).catch((error: unknown) => {
      strapi.log.warn(`press: the counts of categories and tags were not summed up: ${failureOf(error)}`);
    });
  }, HOUR).unref();
  return () => clearInterval(timer);
}
