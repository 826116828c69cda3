import type { ReactNode } from 'react';
import { Badge, Box, Flex, Link, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { getTrad } from '../../translations/get-trad';
import { CopyButton } from './CopyButton';

interface LinkRowProps {
  icon?: ReactNode;
  label: string;
  /** Where it leads; a path or a whole address. */
  url: string;
  /** Whether it differs from what is stored, so that saving will change it. */
  isChange: boolean;
  /** What stands below it, such as a QR code. */
  children?: ReactNode;
}

/** One link of a post: its sign and name, copy and open, and a mark where saving will change it. */
export function LinkRow({ icon, label, url, isChange, children }: LinkRowProps) {
  const { formatMessage } = useIntl();
  const isWhole = /^[a-z][a-z0-9+.-]*:/i.test(url) || url.startsWith('//');
  return (
    <Flex tag="li" direction="column" alignItems="stretch" gap={1}>
      <Flex gap={2} justifyContent="space-between">
        <Flex gap={2} minWidth={0} flex="1">
          {icon}
          <Box minWidth={0} style={{ overflowWrap: 'anywhere' }}>
            {isWhole ? (
              <Link href={url} isExternal title={url}>
                {label}
              </Link>
            ) : (
              <Typography title={url}>{label}</Typography>
            )}
          </Box>
        </Flex>
        <Flex gap={1} shrink={0}>
          {isChange ? <Badge>{formatMessage({ id: getTrad('panels.change') })}</Badge> : null}
          <CopyButton text={url} name={label} />
        </Flex>
      </Flex>
      {children}
    </Flex>
  );
}
