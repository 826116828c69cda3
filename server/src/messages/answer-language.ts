import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { messageLanguage, type MessageLanguage } from '../../../core/diagnostics';
import { inLanguage } from '../../../core/messages';
import { PLUGIN_ID } from '../plugin-id';
import type { ErrorDetails } from './message-of';

/** What of a request tells who is answered, and the answer. */
interface AnsweredRequest {
  state: {
    route?: { info?: { type?: string; pluginName?: string } };
    user?: { preferedLanguage?: string | null };
  };
  body: unknown;
}

/**
 * Answers administrators in the language of their profile, which their admin is in: refusals of all its requests, those of
 * the Content Manager among them, and the texts in the plugin's own answers. REST and GraphQL stay English.
 */
export function answerInLanguageOfAdmin(strapi: Core.Strapi): void {
  strapi.server.use(async (context, next) => {
    const request = context as AnsweredRequest;
    try {
      await next();
    } catch (error) {
      const language = languageOf(request);
      if (language !== 'en' && error instanceof errors.ApplicationError) translate(error, language);
      throw error;
    }
    if (request.state.route?.info?.pluginName !== PLUGIN_ID) return;
    const language = languageOf(request);
    if (language === 'en') return;
    const translated = inLanguage(request.body, language);
    // A stream that is set anew would lose its length.
    if (translated !== request.body) request.body = translated;
  });
}

/** English for everybody but administrators, whose requests are known by the route that answers them. */
function languageOf({ state: { route, user } }: AnsweredRequest): MessageLanguage {
  return route?.info?.type === 'admin' ? messageLanguage(user?.preferedLanguage ?? 'en') : 'en';
}

function translate(error: errors.ApplicationError, language: MessageLanguage): void {
  const details = error.details as Partial<ErrorDetails> | null | undefined;
  const translated = inLanguage({ message: error.message, said: details?.said, details }, language);
  error.message = translated.message;
  error.details = translated.details;
}
