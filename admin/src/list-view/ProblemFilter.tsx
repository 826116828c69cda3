import { Button } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { useIntl } from 'react-intl';
import { useParams } from 'react-router-dom';
import { POST_UID } from '../plugin-id';
import { getTrad } from '../translations/get-trad';
import { useProblemFilter } from './problem-filter';

/** Beside the filters of the list of posts: shows only those with problems. */
export function ProblemFilter() {
  const { formatMessage } = useIntl();
  const { slug } = useParams();
  const { isOn, toggle } = useProblemFilter();
  if (slug !== POST_UID) return null;
  return (
    <Button
      size="S"
      variant={isOn ? 'secondary' : 'tertiary'}
      startIcon={<WarningCircle />}
      aria-pressed={isOn}
      onClick={toggle}
    >
      {formatMessage({ id: getTrad('list.with-problems') })}
    </Button>
  );
}
