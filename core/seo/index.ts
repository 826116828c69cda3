export { postSeo, type OpenGraphProperty, type Seo, type SeoInput } from './post-seo';
