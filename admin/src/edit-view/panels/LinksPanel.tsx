import { Flex, Link, Typography } from '@strapi/design-system';
import { isEqual } from 'lodash';
import { QRCodeSVG } from 'qrcode.react';
import { useIntl } from 'react-intl';
import { Link as RouterLink } from 'react-router-dom';
import type { BackLink, ShareLink } from '../../../../core/post';
import { POST_UID } from '../../plugin-id';
import { getTrad } from '../../translations/get-trad';
import { Notice } from '../Notice';
import { usePostForm } from '../post-form';
import { useOutlook } from '../use-outlook';
import { LinkRow } from './LinkRow';
import { NetworkIcon } from './NetworkIcon';

/** What of the stored post the links are compared with. */
export interface StoredLinks {
  url?: string | null;
  shareLinks?: ShareLink[] | null;
  backLinks?: BackLink[] | null;
}

/** URL, share links and back links of a post as they will be when it is saved; changes are marked. */
export default function LinksPanel({ stored }: { stored: StoredLinks | undefined }) {
  const { formatMessage } = useIntl();
  const form = usePostForm('LinksPanel');
  const { outlook } = useOutlook(form);
  if (!outlook) return <Typography>{formatMessage({ id: getTrad('panels.loading') })}</Typography>;
  const { url, address, taken, shareLinks, backLinks } = outlook;
  const isNew = form.documentId === null;
  const wasShared = (link: ShareLink) => (stored?.shareLinks ?? []).some((old) => isEqual(old, link));
  const wasBack = (link: BackLink) => (stored?.backLinks ?? []).some((old) => isEqual(old, link));
  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%">
      <Section title={formatMessage({ id: getTrad('panels.url') })}>
        {url === null ? (
          <Typography textColor="neutral600">{formatMessage({ id: getTrad('panels.no-url') })}</Typography>
        ) : (
          <Flex tag="ul" direction="column" alignItems="stretch" gap={1}>
            <LinkRow label={url} url={address ?? url} isChange={!isNew && stored?.url !== url} />
          </Flex>
        )}
        {!isNew && stored?.url && stored.url !== url ? (
          <Typography variant="pi" textColor="neutral600">
            {formatMessage({ id: getTrad('panels.url-before') }, { url: stored.url })}
          </Typography>
        ) : null}
        {taken ? (
          <Notice variant="danger" title={formatMessage({ id: getTrad('panels.taken') })}>
            {formatMessage({ id: getTrad('panels.taken-by') }, { url })}{' '}
            <Link tag={RouterLink} to={`/content-manager/collection-types/${POST_UID}/${taken.documentId}`}>
              {taken.title || taken.documentId}
            </Link>
          </Notice>
        ) : null}
      </Section>
      <Section title={formatMessage({ id: getTrad('panels.share-links') })}>
        {shareLinks.length === 0 ? (
          <Typography textColor="neutral600">{formatMessage({ id: getTrad('panels.no-share') })}</Typography>
        ) : null}
        <Flex tag="ul" direction="column" alignItems="stretch" gap={1}>
          {shareLinks.map((link) => (
            <LinkRow
              key={link.network}
              icon={<NetworkIcon network={link.network} label={link.label} />}
              label={link.label}
              url={link.url}
              isChange={!isNew && !wasShared(link)}
            >
              {link.network === 'wechat' ? (
                <Flex background="neutral0" padding={2} justifyContent="center">
                  <QRCodeSVG
                    value={link.url}
                    size={120}
                    marginSize={2}
                    title={formatMessage({ id: getTrad('panels.qr-code') }, { url: link.url })}
                  />
                </Flex>
              ) : null}
            </LinkRow>
          ))}
        </Flex>
      </Section>
      <Section title={formatMessage({ id: getTrad('panels.back-links') })}>
        <Flex tag="ul" direction="column" alignItems="stretch" gap={1}>
          {backLinks.map((link) => (
            <LinkRow
              key={`${link.kind} ${link.url}`}
              label={link.label}
              url={link.url}
              isChange={!isNew && !wasBack(link)}
            />
          ))}
        </Flex>
      </Section>
      <Typography variant="pi" textColor="neutral600">
        {formatMessage({ id: getTrad('panels.generated') })}
      </Typography>
    </Flex>
  );
}

function Section({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography variant="sigma" textColor="neutral600" tag="h3">
        {title}
      </Typography>
      {children}
    </Flex>
  );
}
