import { useRef } from 'react';
import { Box, Flex, Loader, Typography } from '@strapi/design-system';
import { useAPIErrorHandler } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import type { ExampleLinks, ExamplePost, SettingsPreview } from '../../../../../core/admin/settings';
import { Notice } from '../../../edit-view/Notice';
import { getTrad } from '../../../translations/get-trad';
import { ExampleChoice } from './ExampleChoice';
import { ExampleLine } from './ExampleLine';

interface ExamplePanelProps {
  preview: SettingsPreview | undefined;
  error: unknown;
  isFetching: boolean;
  post: ExamplePost | null;
  onChoose: (post: ExamplePost | null) => void;
}

/** What the settings on the page make of a real post, before they are saved. */
export function ExamplePanel({ preview, error, isFetching, post, onChoose }: ExamplePanelProps) {
  const { formatMessage } = useIntl();
  const { formatAPIError } = useAPIErrorHandler();
  const last = useRef<SettingsPreview['example']>(null);
  if (preview?.example) last.current = preview.example;
  const hasProblems = (preview?.problems.length ?? 0) > 0;
  const example = hasProblems ? last.current : (preview?.example ?? null);
  return (
    <Box
      tag="section"
      aria-label={formatMessage({ id: getTrad('settings.example.title') })}
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      padding={6}
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Flex justifyContent="space-between">
          <Typography variant="delta" tag="h2">
            {formatMessage({ id: getTrad('settings.example.title') })}
          </Typography>
          {isFetching && <Loader small>{formatMessage({ id: getTrad('settings.example.loading') })}</Loader>}
        </Flex>
        <ExampleChoice chosen={post ?? example?.post ?? null} onChoose={onChoose} />
        {hasProblems && (
          <Box role="alert">
            <Notice variant="danger" title={formatMessage({ id: getTrad('settings.example.wrong') })}>
              {preview?.problems.map(({ path, message }) => `${path}: ${message}`).join('; ')}
            </Notice>
          </Box>
        )}
        {error ? (
          <Typography textColor="danger600" role="alert">
            {formatAPIError(error as Parameters<typeof formatAPIError>[0])}
          </Typography>
        ) : null}
        {preview && !example && !hasProblems && (
          <Typography textColor="neutral600">
            {formatMessage({ id: getTrad('settings.example.none') })}
          </Typography>
        )}
        {example && <Links before={example.before} after={example.after} />}
      </Flex>
    </Box>
  );
}

function Links({ before, after }: { before: ExampleLinks; after: ExampleLinks }) {
  const { formatMessage } = useIntl();
  const title = (key: string): string => formatMessage({ id: getTrad(`settings.example.${key}`) });
  const shared = (links: ExampleLinks, network: string): string =>
    links.shareLinks.find((link) => link.network === network)?.url ?? '';
  return (
    <>
      <ExampleLine
        title={title('url')}
        before={before.address ?? before.url}
        after={after.address ?? after.url}
      />
      <Block title={title('backLinks')} isEmpty={after.backLinks.length === 0}>
        {after.backLinks.map(({ label, url }, index) => (
          <ExampleLine
            key={index}
            title={label}
            before={`${before.backLinks[index]?.label} ${before.backLinks[index]?.url}`}
            after={`${label} ${url}`}
            shown={url}
          />
        ))}
      </Block>
      <ExampleLine title={title('footer')} before={before.footer} after={after.footer} isText />
      <Block title={title('shareLinks')} isEmpty={after.shareLinks.length === 0}>
        {after.shareLinks.map(({ network, label, url }) => (
          <ExampleLine
            key={network}
            title={network === 'link' ? title('link') : label}
            before={shared(before, network)}
            after={url}
          />
        ))}
      </Block>
    </>
  );
}

interface BlockProps {
  title: string;
  isEmpty: boolean;
  children: React.ReactNode;
}

function Block({ title, isEmpty, children }: BlockProps) {
  const { formatMessage } = useIntl();
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography variant="sigma" textColor="neutral600" tag="h3">
        {title}
      </Typography>
      {isEmpty ? (
        <Typography textColor="neutral600">
          {formatMessage({ id: getTrad('settings.example.nothing') })}
        </Typography>
      ) : (
        children
      )}
    </Flex>
  );
}
