import type { ReactNode } from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { FirstOf, ImageTrouble, ImportOutcome, ImportSummary } from '../../../../../core/admin/import';
import { getTrad } from '../../../translations/get-trad';

interface AppearingProps {
  outcome: ImportOutcome;
  step: ImportSummary['step'];
}

/** Categories, tags and images that come, or will come, with the posts. */
export function Appearing({ outcome, step }: AppearingProps) {
  const { formatMessage } = useIntl();
  const { newCategories, newTags, images } = outcome;
  const { uploaded, replaced, missing, rejected } = images;
  const changed = uploaded + replaced + missing.count + rejected.count;
  if (newCategories.count + newTags.count + changed === 0) return null;
  const title = step === 'check' ? 'import.will-appear' : 'import.appeared';
  return (
    <Box
      tag="section"
      aria-labelledby="press-appearing"
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      padding={6}
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography variant="delta" tag="h3" id="press-appearing">
          {formatMessage({ id: getTrad(title) })}
        </Typography>
        <Named text="import.new-categories" list={newCategories} />
        <Named text="import.new-tags" list={newTags} />
        {changed > 0 ? (
          <Line label={formatMessage({ id: getTrad('import.images') })}>
            {formatMessage(
              { id: getTrad('import.images.what') },
              { uploaded, replaced, missing: missing.count, rejected: rejected.count },
            )}
          </Line>
        ) : null}
        <Troubles text="import.images.missing" list={missing} />
        <Troubles text="import.images.rejected" list={rejected} />
      </Flex>
    </Box>
  );
}

function Named({ text, list }: { text: 'import.new-categories' | 'import.new-tags'; list: FirstOf<string> }) {
  const { formatMessage, formatList } = useIntl();
  if (list.count === 0) return null;
  const more = list.count - list.first.length;
  return (
    <Line label={formatMessage({ id: getTrad(text) }, { count: list.count })}>
      {formatList(list.first, { type: 'unit' })}
      {more > 0 ? ` ${formatMessage({ id: getTrad('import.and-more') }, { count: more })}` : ''}
    </Line>
  );
}

function Troubles({
  text,
  list,
}: {
  text: 'import.images.missing' | 'import.images.rejected';
  list: FirstOf<ImageTrouble>;
}) {
  const { formatMessage } = useIntl();
  if (list.count === 0) return null;
  return (
    <details>
      <Typography tag="summary" textColor="danger700">
        {formatMessage({ id: getTrad(text) }, { count: list.count })}
      </Typography>
      <Box tag="ul" paddingTop={2} paddingLeft={4}>
        {list.first.map(({ path, posts, reason }) => (
          <Typography tag="li" key={path} variant="pi">
            {[path, reason, posts.join(', ')].filter(Boolean).join(' · ')}
          </Typography>
        ))}
      </Box>
    </details>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Box>
      <Typography tag="h4" fontWeight="semiBold">
        {label}
      </Typography>
      <Typography textColor="neutral700">{children}</Typography>
    </Box>
  );
}
