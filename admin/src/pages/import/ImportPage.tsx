import { Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';
import { AllowedPage } from '../AllowedPage';
import { ImportHome } from './ImportHome';
import { ImportRun } from './ImportRun';

/** Bringing a site in: what came in so far and the way to send more, and each import on a page of its own. */
export default function ImportPage() {
  return (
    <AllowedPage path="/import">
      <Routes>
        <Route index element={<ImportHome />} />
        <Route path=":id" element={<ImportRun />} />
        <Route path="*" element={<Page.Error />} />
      </Routes>
    </AllowedPage>
  );
}
