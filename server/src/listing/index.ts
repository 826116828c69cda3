export { listingService, type ListingService } from './listing-service';
export { registerListingTables } from './listing-tables';
