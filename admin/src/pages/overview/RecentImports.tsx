import { Flex, Link, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Link as RouterLink } from 'react-router-dom';
import { PLUGIN_ID } from '../../plugin-id';
import { getTrad } from '../../translations/get-trad';
import { StateBadge } from '../../badges/StateBadge';
import { ImportKind } from '../import/ImportKind';
import { useImports } from '../import/use-imports';
import { useMayOpen } from '../press-pages';
import { Section } from './Section';

const SHOWN = 5;

/** The last checks and imports, for those who may import. */
export function RecentImports() {
  const { formatMessage, formatDate } = useIntl();
  const mayImport = useMayOpen('/import');
  const { data } = useImports({ page: 1, pageSize: SHOWN }, { skip: !mayImport });
  if (!mayImport) return null;
  return (
    <Section title={formatMessage({ id: getTrad('overview.imports') })}>
      {data?.imports.length === 0 ? (
        <Typography textColor="neutral600">
          {formatMessage({ id: getTrad('overview.no-imports') })}
        </Typography>
      ) : null}
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
        {data?.imports.map((one) => (
          <Flex key={one.id} tag="li" gap={4} justifyContent="space-between" wrap="wrap">
            <Link tag={RouterLink} to={`/plugins/${PLUGIN_ID}/import/${one.id}`}>
              {one.name}
            </Link>
            <Flex gap={4} wrap="wrap">
              <Typography variant="pi" textColor="neutral800">
                <ImportKind one={one} />
              </Typography>
              <Typography variant="pi" textColor="neutral600">
                {formatDate(one.createdAt, { dateStyle: 'medium', timeStyle: 'short' })}
              </Typography>
              <Typography variant="pi" textColor="neutral600">
                {formatMessage({ id: getTrad('import.files') }, { count: one.done })}
              </Typography>
              <StateBadge state={one.state} />
            </Flex>
          </Flex>
        ))}
      </Flex>
    </Section>
  );
}
