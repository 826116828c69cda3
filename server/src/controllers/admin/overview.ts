import type { Core } from '@strapi/strapi';
import { z } from '@strapi/utils';
import type { OverviewService } from '../../overview';
import { pressService } from '../../press-service';
import { parse } from '../parse-request';
import { requireLocale } from '../require-locale';

/** What of a request the actions use. */
export interface OverviewContext {
  query: Record<string, unknown>;
}

const askedOverview = z.object({ locale: z.string().optional() });
const askedProblems = askedOverview.extend({
  rule: z.string(),
  page: z.coerce.number().int().min(1).max(1000).default(1),
});

/** What the overview shows; for roles that may see it. */
export const adminOverview = ({ strapi }: { strapi: Core.Strapi }) => {
  const overview = () => pressService<OverviewService>(strapi, 'overview');

  async function parsed<Asked extends { locale?: string }>(
    schema: z.ZodType<Asked>,
    query: Record<string, unknown>,
  ): Promise<Asked> {
    const asked = parse(schema, query);
    await requireLocale(strapi, asked.locale);
    return asked;
  }

  return {
    /** `GET /press/overview?locale=` */
    async read({ query }: OverviewContext): Promise<unknown> {
      const { locale } = await parsed(askedOverview, query);
      return { data: await overview().read(locale ?? null) };
    },

    /** `GET /press/overview/problems?rule=&page=&locale=`: ten posts a page, the newest first. */
    async problems({ query }: OverviewContext): Promise<unknown> {
      const { rule, page, locale } = await parsed(askedProblems, query);
      return { data: await overview().problems(rule, page, locale ?? null) };
    },
  };
};
