import { useMemo, useState } from 'react';
import { Box, Button, Flex, Grid, Typography } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { Layouts, Page, useRBAC } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import type { ExamplePost, SettingProblem, SettingsView } from '../../../../core/admin/settings';
import { usePreviewPressSettingsQuery } from '../../api/settings-api';
import { JobProgress } from '../../jobs/JobProgress';
import { PERMISSIONS } from '../../permissions';
import { getTrad } from '../../translations/get-trad';
import { ExamplePanel } from './example/ExamplePanel';
import { LeaveDialog } from './LeaveDialog';
import { effectiveEdits, patchOf, withEdit, withEdits, type SettingEdits } from './setting-edits';
import { SettingsFormContext, type SettingsForm } from './settings-form';
import { SettingsTabs } from './SettingsTabs';
import { useDelayed } from './use-delayed';
import { useRegeneration } from './use-regeneration';
import { useSaveSettings } from './use-save-settings';

const TYPING_MILLISECONDS = 400;

/** The settings with what was changed of them, beside what that makes of a post. */
export function SettingsEditor({ view }: { view: SettingsView }) {
  const { formatMessage } = useIntl();
  const { allowedActions } = useRBAC(PERMISSIONS.updateSettings);
  const mayUpdate = (allowedActions as { canUpdate?: boolean }).canUpdate === true;
  const [edits, setEdits] = useState<SettingEdits>({});
  const [post, setPost] = useState<ExamplePost | null>(null);
  const isDirty = Object.keys(edits).length > 0;
  const patch = useMemo(() => patchOf(edits), [edits]);
  const asked = useDelayed(patch, TYPING_MILLISECONDS);
  const preview = usePreviewPressSettingsQuery({
    patch: asked,
    ...(post ? { post: { documentId: post.documentId, locale: post.locale } } : {}),
  });
  const { save, isSaving, refusals, forget } = useSaveSettings(() => setEdits({}));
  const jobId = useRegeneration(view.jobId);

  const problems: readonly SettingProblem[] = preview.data?.problems.length
    ? preview.data.problems
    : refusals;
  const form: SettingsForm = {
    values: withEdits(view.values, view.below, edits),
    sources: view.sources,
    belowSources: view.belowSources,
    locales: view.locales,
    edits,
    problems,
    mayUpdate,
    change: (path, value) => {
      forget();
      setEdits((before) => effectiveEdits(withEdit(before, path, value), view.sources, view.values));
    },
  };
  const about = formatMessage({ id: getTrad(mayUpdate ? 'settings.subtitle' : 'settings.readOnly') });
  const posts = isDirty ? (preview.data?.posts ?? 0) : 0;
  const isForeseen = asked === patch && !preview.isFetching && preview.data !== undefined;
  const consequence = !isForeseen ? 'example.loading' : posts > 0 ? 'regenerates' : 'regeneratesNone';
  const status = isDirty ? formatMessage({ id: getTrad(`settings.${consequence}`) }, { posts }) : about;
  const discard = (): void => {
    forget();
    setEdits({});
  };
  return (
    <SettingsFormContext.Provider value={form}>
      <LeaveDialog isDirty={isDirty} />
      <Layouts.Root>
        <Page.Main>
          <Layouts.Header
            title={formatMessage({ id: getTrad('settings.title') })}
            subtitle={
              <Typography variant="epsilon" textColor="neutral600" tag="p" role="status">
                {status}
              </Typography>
            }
            primaryAction={
              mayUpdate ? (
                <Flex gap={2}>
                  <Button variant="tertiary" disabled={!isDirty || isSaving} onClick={discard}>
                    {formatMessage({ id: getTrad('settings.discard') })}
                  </Button>
                  <Button
                    startIcon={<Check />}
                    disabled={!isDirty}
                    loading={isSaving}
                    onClick={() => void save(patch, posts)}
                  >
                    {formatMessage({ id: getTrad('settings.save') })}
                  </Button>
                </Flex>
              ) : null
            }
          />
          <Layouts.Content>
            <Flex direction="column" alignItems="stretch" gap={6}>
              {jobId !== null && (
                <JobProgress key={jobId} jobId={jobId} onEnd={() => void preview.refetch()} />
              )}
              <Grid.Root gap={6}>
                <Grid.Item col={7} s={12} direction="column" alignItems="stretch">
                  <SettingsTabs />
                </Grid.Item>
                <Grid.Item col={5} s={12} direction="column" alignItems="stretch">
                  <Box position="sticky" top={6} maxHeight="calc(100vh - 4.8rem)" overflow="auto">
                    <ExamplePanel
                      preview={preview.data}
                      error={preview.error}
                      isFetching={preview.isFetching}
                      post={post}
                      onChoose={setPost}
                    />
                  </Box>
                </Grid.Item>
              </Grid.Root>
            </Flex>
          </Layouts.Content>
        </Page.Main>
      </Layouts.Root>
    </SettingsFormContext.Provider>
  );
}
