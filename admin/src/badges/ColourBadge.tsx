import type { ReactNode } from 'react';
import { Badge } from '@strapi/design-system';

export type BadgeColour = 'neutral' | 'primary' | 'success' | 'warning' | 'danger';

/** A word in a colour that says how good or bad it is. */
export function ColourBadge({ colour, children }: { colour: BadgeColour; children: ReactNode }) {
  return (
    <Badge
      backgroundColor={`${colour}100`}
      borderColor={`${colour}200`}
      // The theme's warning colours are too near to each other to be read.
      textColor={colour === 'warning' ? 'neutral800' : `${colour}700`}
    >
      {children}
    </Badge>
  );
}
