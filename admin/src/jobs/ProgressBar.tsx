import { Box } from '@strapi/design-system';

/** A bar over the whole width that shows how much is done; Strapi's own is made for dark pictures, and tells no value. */
export function ProgressBar({ label, percent }: { label: string; percent: number }) {
  return (
    <Box
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      background="neutral200"
      hasRadius
      overflow="hidden"
      height="0.8rem"
    >
      <Box background="primary600" height="100%" width={`${percent}%`} />
    </Box>
  );
}
