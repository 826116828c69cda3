import { defineConfig } from 'astro/config';

// `file` writes /news/2021/12/29/a.html for a post with that URL, as Jekyll did.
export default defineConfig({ build: { format: 'file' } });
