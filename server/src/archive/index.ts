export { askedArchive, type ArchiveArgs } from './asked-archive';
export { PERIOD_LENGTHS, type ArchivePeriod, type PeriodLength } from './period';
