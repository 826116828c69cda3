type Variable<Kind> = (name: string, fallback?: Kind) => Kind | undefined;

/** A reader of environment variables that turns a text that is there into a value. */
function variable<Kind>(read: (text: string) => Kind): Variable<Kind> {
  return (name, fallback) => {
    const text = process.env[name];
    return text === undefined ? fallback : read(text);
  };
}

/** What Strapi 5 hands to a config file's function as `env` (`@strapi/utils`, env-helper). */
export const configEnv = Object.assign(
  variable((text) => text),
  {
    int: variable((text) => parseInt(text, 10)),
    float: variable(parseFloat),
    bool: variable((text) => text === 'true'),
    json: variable((text): unknown => JSON.parse(text)),
    array: variable((text) =>
      text
        .replace(/^\[|\]$/g, '')
        .split(',')
        .map((item) => item.trim().replace(/^"|"$/g, '')),
    ),
    date: variable((text) => new Date(text)),
    oneOf: (name: string, options: string[], fallback?: string): string | undefined => {
      const text = process.env[name];
      return text !== undefined && options.includes(text) ? text : fallback;
    },
  },
);
