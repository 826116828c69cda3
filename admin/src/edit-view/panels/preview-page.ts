interface PreviewSource {
  title: string;
  /** Sanitized. */
  html: string;
  language: string;
  /** Colours of the admin's theme. */
  colors: { neutral0: string; neutral800: string; primary600: string; neutral200: string };
}

/** A page with one post, for a frame; without scripts, plugins and forms whatever the text holds. */
export function previewPage({ title, html, language, colors }: PreviewSource): string {
  return `<!doctype html>
<html lang="${escape(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src * data:; media-src *; style-src 'unsafe-inline'">
<base target="_blank">
<title>${escape(title)}</title>
<style>
body { max-width: 42rem; margin: 0 auto; font: 16px/1.7 system-ui, sans-serif; color: ${colors.neutral800}; background: ${colors.neutral0}; overflow-wrap: anywhere; }
a { color: ${colors.primary600}; }
img, video { max-width: 100%; height: auto; }
table { border-collapse: collapse; } td, th { border: 1px solid ${colors.neutral200}; padding: 4px 8px; }
pre { overflow-x: auto; }
</style>
</head>
<body><h1>${escape(title)}</h1>${html}</body>
</html>`;
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
