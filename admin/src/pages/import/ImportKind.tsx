import { useIntl } from 'react-intl';
import type { ImportSummary } from '../../../../core/admin/import';
import { getTrad } from '../../translations/get-trad';

/** Whether it only looked at files or brought them in, and from where where that is not the page. */
export function ImportKind({ one: { step, from } }: { one: ImportSummary }) {
  const { formatMessage } = useIntl();
  const kind = formatMessage({ id: getTrad(step === 'check' ? 'import.kind.check' : 'import.kind.import') });
  return from === 'command' ? `${kind} · ${formatMessage({ id: getTrad('import.from.command') })}` : kind;
}
