import { lazy, Suspense } from 'react';
import { Page } from '@strapi/strapi/admin';
import { Navigate, Route, Routes } from 'react-router-dom';
import { PLUGIN_ID } from '../plugin-id';
import { useAllowedPages } from './press-pages';

const OverviewPage = lazy(() => import('./overview/OverviewPage'));
const ImportPage = lazy(() => import('./import/ImportPage'));
const ExportPage = lazy(() => import('./export/ExportPage'));

/** The pages under `/plugins/press`; the code of each is loaded when it is opened. */
export default function PressPages() {
  return (
    <Suspense fallback={<Page.Loading />}>
      <Routes>
        <Route index element={<FirstPage />} />
        <Route path="import/*" element={<ImportPage />} />
        <Route path="export" element={<ExportPage />} />
        <Route path="*" element={<Page.Error />} />
      </Routes>
    </Suspense>
  );
}

/** The overview; for those who may not see it, the first page that they may open. */
function FirstPage() {
  const { pages, isLoading } = useAllowedPages();
  if (isLoading) return <Page.Loading />;
  const [first] = pages;
  return first && first.path !== '' ? (
    <Navigate to={`/plugins/${PLUGIN_ID}${first.path}`} replace />
  ) : (
    <OverviewPage />
  );
}
