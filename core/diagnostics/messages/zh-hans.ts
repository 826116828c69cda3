import type { RuleId } from '../rules';
import type { SyntaxProblem, WriteRefusal } from './params';

/** Simplified Chinese messages. */
export const zhHans: Record<RuleId, string> = {
  'encoding/not-utf8': '文件必须是 UTF-8 文本，但第 {offset} 个字节不是。请另存为 UTF-8。',
  'encoding/nul-character': '此处有 NUL 字符（U+0000），数据库无法保存。请删除它。',
  'file/too-large': '文件有 {size} 字节，超过上限 {limit}。请缩短文件或提高上限。',
  'file/unreadable': '无法读取文件：{reason}。',
  'file-name/no-date':
    '文章文件名必须由真实日期和名称组成，例如 2021-12-29-name.md，现在是“{found}”。Jekyll 会忽略它。请改名。',
  'front-matter/missing':
    '文件没有头信息（front matter），标题和日期取自文件名。请在文件最开头加上一行 ---、各个键和一行 ---。',
  'front-matter/not-at-start':
    '头信息必须从第一行开始，但 --- 之前还有内容，Jekyll 会把它当作正文显示。请删除 --- 之前的内容。',
  'front-matter/too-large': '头信息有 {length} 个字符，超过上限 {limit}。请用一行 --- 结束它，或缩短它。',
  'yaml/syntax': '{problem}',
  'yaml/not-a-map': '头信息必须是“键: 值”的形式，现在是“{found}”。请在前面写上键、冒号和空格。',
  'yaml/too-deep': '列表和映射的嵌套超过 {limit} 层。请减少层数。',
  'yaml/too-many-aliases': '别名（*名称）使头信息展开后超过 {limit} 个值。请直接写出各个值。',
  'yaml/circular-alias': '别名 *{name} 位于它所重复的值之内。请直接写出该值。',
  'yaml/duplicate-key': '“{key}”出现了多次，只有最后一次有效。请删除这一行。',
  'yaml/content-after-end':
    '从“{found}”开始的内容全部丢失：它前面的行已结束头信息，多半因为缩进更深。请让所有键的缩进一致。',
  'value/cut-by-comment': '“{key}”到“{kept}”为止：空格加 # 表示注释，因此“{lost}”丢失。请给整个值加上引号。',
  'title/empty': '标题为空。请在“title:”后填写标题。',
  'slug/not-text': 'slug 必须是文本，现在是 {found}。请加上引号。',
  'date/invalid': '日期应类似 2021-12-29 08:43:42 +0800，现在是“{found}”。Jekyll 会在此停止构建。请更正。',
  'date/no-time-zone':
    '“{found}”没有写时区。Jekyll 读作 {jekyll}；若按 {timezone} 的时间则是 {wallClock}。请加上时区。',
  'categories/not-a-name': '分类必须是名称，现在是 {found}，Jekyll 会因此丢弃整个头信息。请加上引号。',
  'categories/split-on-space':
    'Jekyll 会按空格把“{found}”拆成 {parts}。如果它是一个分类，请写成列表：["{found}"]。',
  'categories/comma': 'Jekyll 不按逗号拆分：“{found}”会保留逗号。请写成列表：[a, b]。',
  'permalink/invalid': '固定链接“{found}”得不到网址。请写成路径，例如 /news/:title/。',
  'share-link/empty': '正文末尾的分享链接是空的（<>）。请填写或删除。',
  'liquid/unresolved': '“{found}”是 Liquid 代码，这里不会执行，会原样显示。请直接写出结果。',
  'unknown-key': '“{key}”不是已知的键。请检查拼写、删除它，或在设置中允许它。',
  schema: '{problem}',
  'site-config/invalid': '_config.yml 中的“{key}”是 {found}，应为 {expected}。更正之前不起作用。',
  'site-url/missing': '没有设置网站网址，无法生成分享链接。请设置 site.url。',
  'url/taken': '网址 {url} 已属于 {takenBy}。请修改 slug、日期、分类或固定链接。',
  'write/refused': '无法在这段文本中修改“{key}”：{reason}。请直接编辑头信息。',
};

/** What is wrong in a `yaml/syntax` diagnostic. */
export const zhHansSyntaxProblems: Record<SyntaxProblem, string> = {
  'inner-quotes':
    '“{key}”的值用双引号括起，里面又有双引号。请把每个内部引号写成 \\"，或改用单引号括起整个值。',
  'unclosed-quote': '这里的引号没有结束。请补上结束的引号。',
  'text-after-quote': '结束引号之后还有文字：“{found}”。请移到引号内，或删除。',
  'quoted-list': '多个带引号的文本要放在方括号里才是列表。请写成 [{found}]。',
  'text-after-bracket': '以括号开头的值是列表或映射，但后面还有文字：“{found}”。请给整个值加上引号。',
  'colon-in-value': '没有引号的值里不能有冒号加空格：“{found}”。请给整个值加上引号。',
  'reserved-start': '没有引号的值不能以 {found} 开头。请加上引号。',
  'bad-escape': '双引号内的反斜杠表示转义，而 {found} 不是有效的转义。请写成 \\\\，或改用单引号。',
  'control-character': '这里不能有控制字符 {found}。请删除。',
  'tab-indent': '不能用制表符缩进。请用空格。',
  'bad-indent': '这一行的缩进与相邻的行不同。请让所有键的缩进一致。',
  'missing-colon': '应为“键: 值”，现在是“{found}”。请在键后加上冒号和空格。',
  'unclosed-bracket': '这里的括号没有结束。请用 ] 或 } 结束。',
  'list-in-line': '列表项（- …）不能与键写在同一行。请另起一行，或写成 [a, b]。',
  'bad-merge': '“<<:”之后必须是映射的别名（*名称）。请更正。',
  other: '头信息从这里起无法读取：{detail}。',
};

/** Why the writer leaves a text alone. */
export const zhHansWriteRefusals: Record<WriteRefusal, string> = {
  unreadable: '头信息无法读取',
  anchored: '其他值引用了它（&名称）',
  alias: '它引用了别的值（*名称）',
  merged: '它来自另一个映射（<<）',
  'flow-root': '头信息写在花括号里',
  'explicit-key': '它的键用问号写出',
  'not-writable': '值中有 YAML 无法保存的字符',
  'given-elsewhere': '它来自文件所在的文件夹、文件名或站点的默认值',
  mismatch: '写入后读出的值会不同',
};
