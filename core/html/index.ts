export { imageTargets } from './image-targets';
export { expandLiquidPaths, type SiteAddress } from './liquid-paths';
export { coverPathOf, localImages, type IllustratedPost, type LocalImages } from './local-images';
export { sitePathOf } from './site-path';
