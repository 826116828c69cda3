import { ProgressBar } from '@strapi/design-system';
import { styled } from 'styled-components';

interface WorkBarProps {
  /** From 0 to 1; null where it is not known how far the work is. */
  part: number | null;
  label: string;
  /** How far it is, in words. */
  text?: string;
}

/** How far work is, over the whole width. */
export function WorkBar({ part, label, text }: WorkBarProps) {
  const percent = part === null ? undefined : Math.round(part * 100);
  return (
    // The design system's bar moves with its value but says nothing of it to screen readers.
    <WideBar value={percent ?? 0} aria-label={label} aria-valuenow={percent} aria-valuetext={text} />
  );
}

const WideBar = styled(ProgressBar)`
  width: 100%;
  background-color: ${({ theme }) => theme.colors.neutral200};

  & > * {
    background-color: ${({ theme }) => theme.colors.primary600};
  }
`;
