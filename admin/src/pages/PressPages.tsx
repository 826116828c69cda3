import { lazy, Suspense } from 'react';
import { Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';

const OverviewPage = lazy(() => import('./overview/OverviewPage'));
const ImportPage = lazy(() => import('./import/ImportPage'));
const ExportPage = lazy(() => import('./export/ExportPage'));

/** The pages under `/plugins/press`; the code of each is loaded when it is opened. */
export default function PressPages() {
  return (
    <Suspense fallback={<Page.Loading />}>
      <Routes>
        <Route index element={<OverviewPage />} />
        <Route path="import/*" element={<ImportPage />} />
        <Route path="export" element={<ExportPage />} />
        <Route path="*" element={<Page.Error />} />
      </Routes>
    </Suspense>
  );
}
