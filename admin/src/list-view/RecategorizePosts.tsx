import { useState } from 'react';
import { Radio } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { CategoryChange } from '../../../core/admin/post-list';
import { useRecategorizeMutation, type CategoryOption } from '../api/post-list-api';
import { CategoryChoice } from '../categories/CategoryChoice';
import { getTrad } from '../translations/get-trad';
import { ChosenPostsDialog } from './ChosenPostsDialog';
import { useListLocale } from './list-locale';
import { useChangePosts } from './use-change-posts';

const CHANGES: readonly CategoryChange[] = ['add', 'remove', 'replace'];

/** Adds, removes or replaces the categories of the chosen posts, and tells which posts could not be changed. */
export function RecategorizePosts({ documentIds, onClose }: { documentIds: string[]; onClose: () => void }) {
  const { formatMessage } = useIntl();
  const locale = useListLocale();
  const [kind, setKind] = useState<CategoryChange>('add');
  const [chosen, setChosen] = useState<CategoryOption[]>([]);
  const [recategorize, { isLoading }] = useRecategorizeMutation();
  const { left, change } = useChangePosts(onClose);

  const run = (): Promise<void> => {
    const categories = chosen.map(({ documentId }) => documentId);
    return change(recategorize({ documentIds, locale, change: kind, categories }), (posts) => {
      const refused = posts.flatMap(({ refused: reason, ...post }) =>
        reason === null ? [] : [{ ...post, reason }],
      );
      const done = documentIds.length - refused.length;
      return { message: formatMessage({ id: getTrad('list.recategorized') }, { done }), left: refused };
    });
  };

  return (
    <ChosenPostsDialog
      text={formatMessage({ id: getTrad('list.recategorize-text') }, { posts: documentIds.length })}
      action={formatMessage({ id: getTrad('list.recategorize') })}
      isRunning={isLoading}
      isDisabled={chosen.length === 0 && kind !== 'replace'}
      left={left}
      onRun={() => void run()}
      onClose={onClose}
    >
      <Radio.Group
        aria-label={formatMessage({ id: getTrad('list.change') })}
        value={kind}
        onValueChange={(value: string) => setKind(value as CategoryChange)}
      >
        {CHANGES.map((one) => (
          <Radio.Item key={one} value={one}>
            {formatMessage({ id: getTrad(`list.change.${one}`) })}
          </Radio.Item>
        ))}
      </Radio.Group>
      <CategoryChoice
        label={formatMessage({ id: getTrad('list.categories') })}
        locale={locale}
        chosen={chosen}
        onChange={setChosen}
      />
    </ChosenPostsDialog>
  );
}
