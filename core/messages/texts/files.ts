import type { Texts } from './texts';

/** What is said of files, folders and archives that cannot be read or written, and of files that are not taken. */
export const FILE_TEXTS = {
  'file/of': { en: '{name}: {reason}', 'zh-Hans': '{name}：{reason}' },
  'file/the-zip': { en: 'The zip file', 'zh-Hans': 'zip 压缩包' },
  'file/missing': { en: 'no such file or folder', 'zh-Hans': '没有这个文件或文件夹' },
  'file/may-not-read': { en: 'no permission to read it', 'zh-Hans': '没有读取的权限' },
  'file/endless-link': { en: 'a link that leads to itself', 'zh-Hans': '链接指向了自己' },
  'file/folder': { en: 'a folder, not a file', 'zh-Hans': '是文件夹，不是文件' },
  'file/long-name': { en: 'its name is too long', 'zh-Hans': '名称太长' },
  'file/may-not-write': { en: 'no permission to write it', 'zh-Hans': '没有写入的权限' },
  'file/read-only': { en: 'the file system is read-only', 'zh-Hans': '文件系统是只读的' },
  'file/in-the-way': {
    en: 'a file stands where a folder of its path should be',
    'zh-Hans': '路径中应为文件夹的地方是一个文件',
  },
  'file/disk-full': { en: 'the disk is full', 'zh-Hans': '磁盘已满' },
  'file/database': { en: 'the database refused it: {reason}', 'zh-Hans': '数据库拒绝写入：{reason}' },
  'file/outside-site': { en: 'its path leads out of the site', 'zh-Hans': '路径指向站点之外' },
  'archive/too-many-files': {
    en: '{files} files, more than limits.archiveFiles ({limit})',
    'zh-Hans': '有 {files} 个文件，超过上限 limits.archiveFiles（{limit}）',
  },
  'archive/too-large': {
    en: 'larger than limits.archiveBytes ({limit}) when unpacked',
    'zh-Hans': '解压后超过上限 limits.archiveBytes（{limit} 字节）',
  },
  'archive/not-a-zip': {
    en: 'End of central directory record signature not found. Either not a zip file, or file is truncated.',
    'zh-Hans': '找不到压缩包的目录：可能不是 zip 文件，或文件不完整',
  },
  'image/too-large': {
    en: '{bytes} bytes, more than limits.imageBytes ({limit})',
    'zh-Hans': '有 {bytes} 字节，超过上限 limits.imageBytes（{limit}）',
  },
  'image/unknown-format': { en: 'no image of a known format', 'zh-Hans': '不是已知格式的图片' },
  'image/no-library': {
    en: "Strapi's upload plugin is switched off",
    'zh-Hans': 'Strapi 的 upload 插件没有启用',
  },
  'file/conflict': {
    en: 'file and post were both changed since the last import',
    'zh-Hans': '上次导入之后，文件和文章都改过',
  },
  'file/translation-exists': {
    en: 'the post has a translation in the locale {locale} already',
    'zh-Hans': '这篇文章已有语言 {locale} 的版本',
  },
} as const satisfies Texts;
