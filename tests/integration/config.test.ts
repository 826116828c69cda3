import { z } from '@strapi/utils';
import request from 'supertest';
import type { SettingsService } from '../../server/src/settings';
import { FINEWS_CONFIG } from '../corpus/finews-settings';
import { actionsOn, setPublicActions } from './public-access';
import { startStrapi, type StrapiInstance } from './strapi-instance';

let instance: StrapiInstance | undefined;

afterEach(async () => {
  await instance?.stop();
  instance = undefined;
});

it('starts with an empty config, and says that there is nothing to share without the URL of the site', async () => {
  const lines: string[] = [];
  instance = await startStrapi({ press: {}, onLog: (line) => lines.push(line) });
  expect(lines.filter((line) => line.includes('press: '))).toEqual([
    expect.stringContaining('The site has no URL, so there is nothing to share. Set site.url.'),
  ]);
  await setPublicActions(instance.strapi, actionsOn(['post'], ['find']));
  await request(instance.server).get('/api/press/posts').expect(200);
});

it("starts with the news site's config and a schema, which works", async () => {
  const schema = z.object({ source: z.string().optional() });
  instance = await startStrapi({ press: { ...FINEWS_CONFIG, frontMatter: { schema } } });
  const settings = await instance.strapi.plugin('press').service<SettingsService>('settings').get();
  expect(settings).toMatchObject(FINEWS_CONFIG);
  expect(settings.frontMatter.schema?.safeParse({ source: 1 }).success).toBe(false);
});

it.each<[string, Record<string, unknown>, RegExp]>([
  ['a wrong value', { site: { timezone: 'Asia/Linyi' } }, /press\.site\.timezone: "Asia\/Linyi" .*expected/],
  ['an unknown key', { permalnk: 'date' }, /press\.permalnk: unknown key; did you mean press\.permalink\?/],
  ['a dead network', { share: { networks: ['pocket'] } }, /press\.share\.networks\[0\]: .*Pocket closed/],
  ['an unknown template name', { share: { url: 'https://s.example/{id}' } }, /press\.share\.url: .*\{id\}/],
])('does not start with %s, and says where it is', async (_name, press, message) => {
  const start = async (): Promise<void> => {
    instance = await startStrapi({ press });
  };
  await expect(start()).rejects.toThrow(message);
});
