/** The languages that administrators can choose besides English. */
export default {
  config: { locales: ['zh-Hans'] },
};
