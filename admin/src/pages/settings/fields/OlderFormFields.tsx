import { Field, Textarea, TextInput } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { Label } from '../../../../../core/settings';
import { getTrad } from '../../../translations/get-trad';
import { useSettingsForm } from '../settings-form';
import { problemsAt } from '../setting-edits';
import { LabelInput } from './LabelInput';

interface FormFieldProps<Value> {
  title: string;
  path: string;
  /** The setting whose label it shares. */
  field: string;
  value: Value;
  isReadOnly: boolean;
  onChange: (value: Value) => void;
}

interface FormTextProps extends FormFieldProps<string> {
  isLong?: boolean;
}

/** A text of an older form of the footer. */
export function FormText({ value, isLong = false, isReadOnly, onChange, ...place }: FormTextProps) {
  const { label, name, error } = useFormField(place);
  const common = {
    value,
    disabled: isReadOnly,
    'aria-label': name,
    onChange: ({ target }: { target: { value: string } }) => onChange(target.value),
  };
  return (
    <Field.Root name={place.path} id={`setting-${place.path}`} error={error} width="100%">
      <Field.Label>{label}</Field.Label>
      {isLong ? <Textarea {...common} /> : <TextInput {...common} />}
      <Field.Error />
    </Field.Root>
  );
}

/** A label of an older form of the footer. */
export function FormLabel({ value, isReadOnly, onChange, ...place }: FormFieldProps<Label>) {
  const { label, name, error } = useFormField(place);
  return (
    <Field.Root
      name={place.path}
      id={`setting-${place.path}`}
      error={error}
      width="100%"
      {...(typeof value === 'string' ? {} : { role: 'group', 'aria-label': name })}
    >
      <Field.Label>{label}</Field.Label>
      <LabelInput
        id={place.path}
        label={name}
        value={value}
        isReadOnly={isReadOnly}
        isTextReadOnly={() => isReadOnly}
        onChange={onChange}
        onTextChange={(language, text) =>
          onChange({ ...(value as Record<string, string>), [language]: text })
        }
      />
      <Field.Error />
    </Field.Root>
  );
}

/** What a field of a form is called beside its form, and among all others, and what is wrong with it. */
function useFormField({ title, path, field }: Pick<FormFieldProps<unknown>, 'title' | 'path' | 'field'>) {
  const { formatMessage } = useIntl();
  const { problems } = useSettingsForm();
  const label = formatMessage({ id: getTrad(`settings.field.${field}`) });
  const [problem] = problemsAt(problems, path);
  return { label, name: `${title}: ${label}`, error: problem?.message };
}
