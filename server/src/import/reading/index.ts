export { lotReader, type LotReader, type ReadLot } from './lot-reader';
export { readAhead } from './read-ahead';
export { startReaderThread } from './reader-thread';
