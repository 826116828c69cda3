import type { Core } from '@strapi/strapi';
import type * as Nexus from 'nexus';
import { translateMessage, type Diagnostic } from '../../../core/diagnostics';
import { POST_UID } from '../plugin-id';
import type { SchemaExtension } from './graphql-plugin';
import { textOf } from './post-text';
import { rowId } from './row-id';

/** Names of the types that are defined here. */
export const CHECK_TYPE_NAMES = ['PressDiagnostic', 'PressSeverity', 'PressRange', 'PressPosition'] as const;

/** `frontMatter` and `diagnostics` of a post: what those who write see, and nobody else. */
export function postChecks(strapi: Core.Strapi, nexus: typeof Nexus): SchemaExtension {
  const severity = nexus.enumType({
    name: 'PressSeverity',
    description: 'How much a problem matters; a post with an error cannot be published.',
    members: ['error', 'warning', 'info'],
  });
  const position = nexus.objectType({
    name: 'PressPosition',
    description: 'A place in a text, as in the Language Server Protocol.',
    definition(t) {
      t.nonNull.int('line', { description: 'From 0.' });
      t.nonNull.int('character', { description: 'UTF-16 code units before it in the line, from 0.' });
    },
  });
  const range = nexus.objectType({
    name: 'PressRange',
    description: 'A stretch of the front matter.',
    definition(t) {
      t.nonNull.field('start', { type: 'PressPosition', description: 'Its first character.' });
      t.nonNull.field('end', { type: 'PressPosition', description: 'The place behind its last character.' });
    },
  });
  const diagnostic = nexus.objectType({
    name: 'PressDiagnostic',
    description: 'A problem in the front matter of a post.',
    definition(t) {
      t.nonNull.string('ruleId', { description: 'The rule that found it, such as `date/invalid`.' });
      t.nonNull.field('severity', { type: 'PressSeverity', description: 'How much it matters.' });
      t.nonNull.string('message', {
        description: 'What is wrong and what to do.',
        args: { language: nexus.stringArg({ description: '`en` (default) or `zh-Hans`.' }) },
        resolve: (parent, { language }) =>
          translateMessage(parent as unknown as Diagnostic, language === 'zh-Hans' ? 'zh-Hans' : 'en'),
      });
      t.nonNull.field('range', { type: 'PressRange', description: 'Where it is.' });
      t.list.nonNull.string('path', {
        description: 'The key concerned, with list indexes as texts; null where none is.',
      });
    },
  });
  const post = nexus.extendType({
    type: 'PressPost',
    definition(t) {
      t.string('frontMatter', {
        description:
          'The YAML of the front matter, without the `---` lines. Needs permission to update posts.',
        resolve: async (parent, _args, context) =>
          (await textOf(strapi, rowId(parent), context as object))?.frontMatter ?? null,
      });
      t.nonNull.list.nonNull.field('diagnostics', {
        type: 'PressDiagnostic',
        description: 'The problems of the front matter. Needs permission to update posts.',
        resolve: async (parent, _args, context) =>
          (await textOf(strapi, rowId(parent), context as object))?.diagnostics ?? [],
      });
    },
  });
  const writing = { auth: { scope: [`${POST_UID}.update`] } };
  return {
    types: [severity, position, range, diagnostic, post],
    resolversConfig: { 'PressPost.frontMatter': writing, 'PressPost.diagnostics': writing },
  };
}
