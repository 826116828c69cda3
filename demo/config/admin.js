module.exports = ({ env }) => ({
  auth: { secret: env('ADMIN_JWT_SECRET', 'demo-admin-secret') },
  apiToken: { salt: env('API_TOKEN_SALT', 'demo-api-token-salt') },
  transfer: { token: { salt: env('TRANSFER_TOKEN_SALT', 'demo-transfer-salt') } },
  secrets: { encryptionKey: env('ENCRYPTION_KEY', 'demo-encryption-key-of-32-chars!') },
  // Strapi's own preview opens the address that Press gives a post; there is no front end at the demo's.
  preview: {
    enabled: true,
    config: {
      allowedOrigins: ['https://harbourpost.example'],
      handler: (uid, { documentId, locale, status }) =>
        strapi.plugin('press').service('editing').previewAddress({ uid, documentId, locale, status }),
    },
  },
  flags: { nps: false, promoteEE: false },
});
