import { Box, Flex, Typography } from '@strapi/design-system';
import { Link as LinkIcon, Mail } from '@strapi/icons';
import { NETWORK_ICONS } from './network-icons';

/** The sign of a share network; decoration beside its name. */
export function NetworkIcon({ network, label }: { network: string; label: string }) {
  if (network === 'link') return <LinkIcon aria-hidden width="16px" height="16px" />;
  if (network === 'email') return <Mail aria-hidden width="16px" height="16px" />;
  const icon = NETWORK_ICONS[network];
  if (!icon) {
    return (
      <Flex width="16px" height="16px" justifyContent="center" aria-hidden>
        <Typography variant="pi" fontWeight="bold">
          {[...label][0]?.toUpperCase()}
        </Typography>
      </Flex>
    );
  }
  const [width, height, , , paths] = icon.icon;
  return (
    <Box
      tag="svg"
      aria-hidden
      width="16px"
      height="16px"
      color="neutral800"
      // A Box passes attributes of SVG on to the element.
      {...{ viewBox: `0 0 ${width} ${height}`, fill: 'currentColor' }}
    >
      {[paths].flat().map((path) => (
        <path key={path.slice(0, 20)} d={path} />
      ))}
    </Box>
  );
}
