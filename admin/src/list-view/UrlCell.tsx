import { Flex, Typography } from '@strapi/design-system';
import { CopyButton } from '../edit-view/panels/CopyButton';

/** The URL of a post in a list, with a button that copies it. */
export function UrlCell({ url }: { url: string | null | undefined }) {
  if (!url) return <Typography textColor="neutral600">–</Typography>;
  return (
    // A click on a row opens its post; one on the button must not.
    <Flex gap={2} onClick={(event: React.MouseEvent) => event.stopPropagation()}>
      <Typography textColor="neutral800" ellipsis title={url} maxWidth="24rem">
        {url}
      </Typography>
      <CopyButton text={url} name={url} />
    </Flex>
  );
}
