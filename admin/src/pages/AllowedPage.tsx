import type { ReactNode } from 'react';
import { Page } from '@strapi/strapi/admin';
import { useAllowedPages, type PressPagePath } from './press-pages';

/** A page for those who may open it; others get Strapi's page without permissions, and nothing is asked of the server. */
export function AllowedPage({ path, children }: { path: PressPagePath; children: ReactNode }) {
  const { pages, isLoading } = useAllowedPages();
  if (isLoading) return <Page.Loading />;
  return pages.some((page) => page.path === path) ? children : <Page.NoPermissions />;
}
