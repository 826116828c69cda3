import { Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';
import { PERMISSIONS } from '../../permissions';
import { ImportHome } from './ImportHome';
import { ImportRun } from './ImportRun';

/** Bringing a site in: what came in so far and the way to send more, and each import on a page of its own. */
export default function ImportPage() {
  return (
    <Page.Protect permissions={PERMISSIONS.importPosts}>
      <Routes>
        <Route index element={<ImportHome />} />
        <Route path=":id" element={<ImportRun />} />
        <Route path="*" element={<Page.Error />} />
      </Routes>
    </Page.Protect>
  );
}
