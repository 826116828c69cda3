import type { Texts } from './texts';

/** What is said of jobs, and of the imports and exports that are jobs. */
export const JOB_TEXTS = {
  'job/gone': { en: 'There is no such job.', 'zh-Hans': '没有这个任务。' },
  'job/ended': { en: 'The job has ended already.', 'zh-Hans': '任务已经结束。' },
  'job/not-stopped': {
    en: 'The job runs or is done; only one that stopped can go on.',
    'zh-Hans': '任务正在进行或已经完成，只有中途停止的任务才能继续。',
  },
  'job/unknown-kind': {
    en: 'this version knows no jobs of the kind {kind}',
    'zh-Hans': '这个版本没有“{kind}”这种任务',
  },
  'job/cancel-first': {
    en: 'Cancel it first: it is not at its end yet',
    'zh-Hans': '还没有结束，请先取消',
  },
  'import/gone': { en: 'There is no import {id}', 'zh-Hans': '没有编号为 {id} 的导入' },
  'import/being-read': {
    en: 'The files are being read; wait for the end, or cancel it first',
    'zh-Hans': '正在读取文件，请等它结束，或先取消',
  },
  'import/not-stopped': {
    en: 'Only an import that stopped before its end can be resumed',
    'zh-Hans': '只有中途停止的导入才能继续',
  },
  'import/running': {
    en: 'It is running already; wait for the end, or cancel it first',
    'zh-Hans': '已经在进行，请等它结束，或先取消',
  },
  'import/no-report': { en: 'This import has no report yet', 'zh-Hans': '这次导入还没有报告' },
  'import/no-upload': { en: 'this job names no upload', 'zh-Hans': '这个任务没有指明所发送的文件' },
  'import/stream-gone': {
    en: 'what came through a stream is gone; send it again',
    'zh-Hans': '以数据流传来的内容已经不在，请重新发送',
  },
  'import/of-command': {
    en: 'This import was started by a command, which has its files',
    'zh-Hans': '这次导入由命令行开始，文件在命令行那里',
  },
  'import/upload-gone': {
    en: 'What was sent is not on this server any more (it was stored on {host}); send it again',
    'zh-Hans': '所发送的文件已不在此服务器上（当时存放在 {host}），请重新发送',
  },
  'import/upload-elsewhere': {
    en: 'what was sent as {name} is not on this server: it was stored on {host}, until it was imported, discarded or unused for days; send it again, or let jobs run there',
    'zh-Hans':
      '所发送的 {name} 不在此服务器上：它存放在 {host}，导入、丢弃或多日未用之后就会删除。请重新发送，或让任务在那台服务器上运行',
  },
  'import/no-such-file': { en: '{name} has no file {path}', 'zh-Hans': '{name} 中没有文件 {path}' },
  'import/text-too-large': {
    en: 'The text is larger than limits.fileBytes ({bytes})',
    'zh-Hans': '文本超过上限 limits.fileBytes（{bytes} 字节）',
  },
  'import/not-a-zip': {
    en: 'This cannot be read as a zip file ({reason})',
    'zh-Hans': '这不是可以读取的 zip 压缩包（{reason}）',
  },
  'import/not-stored': {
    en: 'The upload cannot be stored: {reason}',
    'zh-Hans': '无法存放所发送的文件：{reason}',
  },
  'import/no-posts': {
    en: '{name}: no files in _posts or _drafts folders',
    'zh-Hans': '{name}：_posts 和 _drafts 文件夹里没有文件',
  },
  'import/sites-below': {
    en: '{folder} has no _config.yml, but folders in it have: import {sites}',
    'zh-Hans': '{folder} 中没有 _config.yml，而它下面的文件夹中有：请导入 {sites}',
  },
  'import/broken-config': {
    en: '{path}:{line}:{column} {problem}',
    'zh-Hans': '{path}:{line}:{column} {problem}',
  },
  'export/gone': { en: 'There is no export {id}', 'zh-Hans': '没有编号为 {id} 的导出' },
  'export/no-download': { en: 'this job names no export', 'zh-Hans': '这个任务没有指明导出的文件' },
  'export/not-written': { en: 'The zip file could not be written', 'zh-Hans': 'zip 文件没能写成' },
  'export/elsewhere': {
    en: 'The file is not on this server (any more): it is kept for a week on the server that ran the export (asked for on {host}). Export again.',
    'zh-Hans':
      '文件不在（或已不在）此服务器上：导出文件在生成它的服务器上保留一周（从 {host} 发起）。请重新导出。',
  },
} as const satisfies Texts;
