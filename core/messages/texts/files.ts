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
  'file/name-not-utf8': { en: 'its name is not UTF-8', 'zh-Hans': '文件名不是 UTF-8' },
  'file/not-regular': { en: 'it is no regular file', 'zh-Hans': '它不是普通文件' },
  'file/broken-link': { en: 'a broken link ({cause})', 'zh-Hans': '失效的链接（{cause}）' },
  'file/link-out': {
    en: 'a link on its path leads out of the folder',
    'zh-Hans': '路径中的链接指向文件夹之外',
  },
  'file/link-nowhere': { en: 'a link on its path leads nowhere', 'zh-Hans': '路径中的链接已失效' },
  'file/neither': { en: 'neither a file nor a folder', 'zh-Hans': '既不是文件，也不是文件夹' },
  'file/outside-site': { en: 'its path leads out of the site', 'zh-Hans': '路径指向站点之外' },
  'archive/too-many-files': {
    en: '{files} files, more than limits.archiveFiles ({limit})',
    'zh-Hans': '有 {files} 个文件，超过上限 limits.archiveFiles（{limit}）',
  },
  'archive/too-large': {
    en: 'larger than limits.archiveBytes ({limit}) when unpacked',
    'zh-Hans': '解压后超过上限 limits.archiveBytes（{limit} 字节）',
  },
  'archive/outside': { en: 'its path leads out of the archive', 'zh-Hans': '路径指向压缩包之外' },
  'archive/twice': { en: 'the archive has it twice', 'zh-Hans': '压缩包里有两个同名文件' },
  'archive/link': { en: 'it is a link', 'zh-Hans': '它是链接' },
  'archive/encrypted': { en: 'it is encrypted', 'zh-Hans': '它已加密' },
  'archive/method': {
    en: 'it is compressed by a method that is not known ({method})',
    'zh-Hans': '压缩方法未知（{method}）',
  },
  'archive/ratio': {
    en: 'it is compressed {times} times, more than limits.archiveRatio ({limit})',
    'zh-Hans': '压缩了 {times} 倍，超过上限 limits.archiveRatio（{limit}）',
  },
  'archive/not-a-zip': {
    en: 'End of central directory record signature not found. Either not a zip file, or file is truncated.',
    'zh-Hans': '找不到压缩包的目录：可能不是 zip 文件，或文件不完整',
  },
  'image/too-large': {
    en: '{bytes} bytes, more than limits.imageBytes ({limit})',
    'zh-Hans': '有 {bytes} 字节，超过上限 limits.imageBytes（{limit}）',
  },
  'image/above-upload-limit': {
    en: 'larger than upload.sizeLimit ({limit})',
    'zh-Hans': '超过上限 upload.sizeLimit（{limit} 字节）',
  },
  'image/type-not-let-in': {
    en: 'upload.security lets no {type} in',
    'zh-Hans': 'upload.security 不允许 {type} 类型的文件',
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
