import { SayingError } from '../messages/saying-error';

/** What the user named cannot be used: a path, a locale, a broken `_config.yml`. The message is one clear line. */
export class InputError extends SayingError {}

/** What the user sent is larger than the limits. */
export class TooLargeError extends InputError {}
