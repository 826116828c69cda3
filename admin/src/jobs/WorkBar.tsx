import { ProgressBar } from '@strapi/design-system';
import { styled } from 'styled-components';

interface WorkBarProps {
  /** From 0 to 1. */
  part: number;
  label: string;
}

/** How far work is, over the whole width. */
export function WorkBar({ part, label }: WorkBarProps) {
  const percent = Math.round(part * 100);
  return (
    // The design system's bar moves with its value but says nothing of it to screen readers.
    <WideBar value={percent} aria-label={label} aria-valuenow={percent} />
  );
}

const WideBar = styled(ProgressBar)`
  width: 100%;
  background-color: ${({ theme }) => theme.colors.neutral200};

  & > * {
    background-color: ${({ theme }) => theme.colors.primary600};
  }
`;
