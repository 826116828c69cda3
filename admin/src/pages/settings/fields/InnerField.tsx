import type { ReactNode } from 'react';
import { Field, VisuallyHidden } from '@strapi/design-system';

interface InnerFieldProps {
  id: string;
  /** What it is called where it is not seen among the others. */
  label: string;
  children: ReactNode;
}

/** One of several inputs of a setting: it would have the id and the name of the setting, as all others, without a frame of its own. */
export function InnerField({ id, label, children }: InnerFieldProps) {
  return (
    <Field.Root id={`setting-${id}`} name={id} width="100%">
      <VisuallyHidden>
        <Field.Label>{label}</Field.Label>
      </VisuallyHidden>
      {children}
    </Field.Root>
  );
}
