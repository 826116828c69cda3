import { useId, type ReactNode } from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';

/** A part of the overview with its heading. */
export function Section({
  title,
  action,
  children,
}: {
  title: string;
  action?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <Box tag="section" aria-labelledby={id} background="neutral0" hasRadius shadow="tableShadow" padding={6}>
      <Flex justifyContent="space-between" gap={4} paddingBottom={4}>
        <Typography variant="delta" tag="h2" id={id}>
          {title}
        </Typography>
        {action}
      </Flex>
      {children}
    </Box>
  );
}
