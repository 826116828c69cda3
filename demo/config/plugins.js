const path = require('node:path');

module.exports = () => ({
  'users-permissions': { config: { jwtSecret: 'demo-jwt-secret' } },
  graphql: { config: { landingPage: true, maxLimit: 100 } },
  press: {
    enabled: true,
    resolve: path.resolve(__dirname, '..', '..'),
    config: {
      site: { url: 'https://harbourpost.example' },
      share: { url: 'https://harbourpost.example/share{?id}', variables: { id: '{post.slug}' } },
      backLinks: {
        category: { label: '返回{name}', url: '/category/{term}.html' },
        home: { label: '返回首页', url: '/' },
        separator: '｜',
      },
      footer: { write: { template: '\n\n<{share}>\n\n{backLinks}', backLink: '[{label}]({url})' } },
    },
  },
});
