import type { FooterForm, Settings } from '../../core/settings';

/** A form whose back links lead to folders named by the categories' terms, as the site had them before 2022. */
function folderForm(root: string, separator: string): FooterForm {
  return {
    template: '\n\n<{share}>\n\n{backLinks}',
    backLink: '[{label}]({url})',
    separator,
    category: { label: '返回{name}', url: `${root}{+term}/` },
    home: { label: '返回首页', url: root },
  };
}

/** The settings with which the news site's posts come in: what its owner puts under `press.config` in `config/plugins.ts`. */
export const FINEWS_CONFIG = {
  site: {
    url: 'https://finews.withounder.com',
    title: '金融消息',
    timezone: 'Asia/Shanghai',
    language: 'zh-CN',
  },
  permalink: 'date',
  share: {
    url: 'http://finews.zning.xyz/html_News/NewsShare.html{?infoCode}',
    variables: { infoCode: '{post.slug}' },
  },
  backLinks: {
    category: { label: '返回{name}', url: '//finews.withounder.com/category/{slug}.html' },
    home: { label: '返回首页', url: '//finews.withounder.com/' },
    separator: '｜',
  },
  footer: {
    write: { template: '\n\n<{share}>\n\n{backLinks}', backLink: '[{label}]({url})' },
    read: [
      folderForm('//finews.withounder.com/', '｜'),
      folderForm('//finews.withounder.com/', '\n'),
      folderForm('//finews.zning.me/', '\n'),
      folderForm('../', '\n'),
      folderForm('./', '\n'),
      { template: '\n\n<{share}>' },
    ],
    onExport: 'keep',
  },
} satisfies {
  site: Omit<Settings['site'], 'baseurl'>;
  permalink: string;
  share: Pick<Settings['share'], 'url' | 'variables'>;
  backLinks: Settings['backLinks'];
  footer: Settings['footer'];
};
