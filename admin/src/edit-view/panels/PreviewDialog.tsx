import { Loader, Modal, useDesignSystem } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled, useTheme } from 'styled-components';
import { getTrad } from '../../translations/get-trad';
import type { PostForm } from '../post-form';
import { useOutlook } from '../use-outlook';
import { previewPage } from './preview-page';

/** The body as readers will get it: sanitized by the server, and shown in a frame where no script can run. */
export function PreviewDialog({ form, onClose }: { form: PostForm; onClose: () => void }) {
  const { formatMessage } = useIntl();
  const { locale } = useDesignSystem('PreviewDialog');
  const { colors } = useTheme();
  const { outlook, request } = useOutlook(form, { html: true });
  const html = request ? (outlook?.html ?? null) : null;
  const title = form.values.title || formatMessage({ id: getTrad('panels.preview') });
  return (
    <Modal.Root open onOpenChange={(open: boolean) => (open ? undefined : onClose())}>
      <Modal.Content>
        <Modal.Header closeLabel={formatMessage({ id: getTrad('list.cancel') })}>
          <Modal.Title>{formatMessage({ id: getTrad('panels.preview') })}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          {html === null ? (
            <Loader>{formatMessage({ id: getTrad('panels.loading') })}</Loader>
          ) : (
            <Frame
              title={title}
              sandbox="allow-popups"
              srcDoc={previewPage({ title, html, language: locale, colors })}
            />
          )}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

const Frame = styled.iframe`
  display: block;
  width: 100%;
  height: 60vh;
  border: 0;
`;
