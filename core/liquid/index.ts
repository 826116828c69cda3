export {
  expandLiquid,
  keyOf as referenceKey,
  postReferences,
  type LiquidContext,
  type PostReference,
  type UnresolvedLiquid,
} from './expand-liquid';
export { withBase, type SiteAddress } from './liquid-value';
