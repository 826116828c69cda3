import type { ReactNode } from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';

interface NoticeProps {
  variant: 'danger' | 'warning';
  title: string;
  children: ReactNode;
}

/** Something that is wrong, in the width of a side panel; unlike an alert of the design system nobody can close it. */
export function Notice({ variant, title, children }: NoticeProps) {
  return (
    <Box
      background={`${variant}100`}
      borderColor={`${variant}200`}
      hasRadius
      padding={3}
      style={{ overflowWrap: 'anywhere' }}
    >
      <Flex gap={2} alignItems="flex-start">
        <Box color={`${variant}700`} paddingTop={1}>
          <WarningCircle aria-hidden fill="currentColor" />
        </Box>
        <Box>
          <Typography fontWeight="bold" tag="p">
            {title}
          </Typography>
          <Typography tag="div">{children}</Typography>
        </Box>
      </Flex>
    </Box>
  );
}
