import type { EditLayout } from '@strapi/content-manager/strapi-admin';
import { useIntl } from 'react-intl';
import { hintId } from '../translations/hint-id';

interface EditView {
  layout: EditLayout;
}

/** The form of an entry with hints in the language of the admin: the Content Manager translates labels only. */
export function withTranslatedHints<View extends EditView>(view: View): View {
  const { layout } = view;
  // The layout names no type; these attributes are those of posts, and of categories and tags.
  const names = layout.metadatas;
  if (!('frontMatter' in names || 'term' in names)) return view;
  const panels = layout.layout.map((panel) =>
    panel.map((row) =>
      row.map((field) =>
        typeof field.hint === 'string' && field.hint !== ''
          ? { ...field, hint: (<FieldHint text={field.hint} />) as unknown as string }
          : field,
      ),
    ),
  );
  return { ...view, layout: { ...layout, layout: panels } };
}

/** A hint as it was configured, or in the language of the admin where it is one of ours. */
function FieldHint({ text }: { text: string }) {
  const { messages } = useIntl();
  // Braces are part of hints, which are therefore no messages with values.
  const translated = messages[hintId(text)];
  return <>{typeof translated === 'string' ? translated : text}</>;
}
