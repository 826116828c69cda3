import type { ReactNode } from 'react';
import { Box, Flex } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { NavLink } from 'react-router-dom';
import { styled } from 'styled-components';
import { PLUGIN_ID } from '../plugin-id';
import { getTrad } from '../translations/get-trad';
import { useAllowedPages } from './press-pages';

interface PressLayoutProps {
  title: string;
  subtitle?: string;
  primaryAction?: ReactNode;
  children: ReactNode;
}

/** A page of the plugin: its head, the way to the other pages that the user may open, and its content. */
export function PressLayout({ title, subtitle, primaryAction, children }: PressLayoutProps) {
  const { formatMessage } = useIntl();
  const { pages } = useAllowedPages();
  return (
    <Layouts.Root>
      <Page.Main>
        <Layouts.Header title={title} subtitle={subtitle} primaryAction={primaryAction} />
        <Layouts.Content>
          <Box paddingBottom={6}>
            <nav aria-label={formatMessage({ id: getTrad('press.pages') })}>
              <Flex gap={6} tag="ul">
                {pages.map(({ path, text }) => (
                  <li key={path}>
                    <PageLink to={`/plugins/${PLUGIN_ID}${path}`} end={path === ''}>
                      {formatMessage({ id: getTrad(text) })}
                    </PageLink>
                  </li>
                ))}
              </Flex>
            </nav>
          </Box>
          {children}
        </Layouts.Content>
      </Page.Main>
    </Layouts.Root>
  );
}

const PageLink = styled(NavLink)`
  display: inline-block;
  padding: ${({ theme }) => theme.spaces[2]} 0;
  color: ${({ theme }) => theme.colors.neutral700};
  font-size: ${({ theme }) => theme.fontSizes[2]};
  font-weight: ${({ theme }) => theme.fontWeights.semiBold};
  text-decoration: none;
  border-bottom: 2px solid transparent;

  &.active {
    color: ${({ theme }) => theme.colors.primary700};
    border-bottom-color: ${({ theme }) => theme.colors.primary600};
  }
`;
