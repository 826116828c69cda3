export { CalendarDate, Float, Timestamp, type Value, type ValueMap } from './value';
export { decodeUtf8, type DecodedText } from './decode';
export { joinFrame, splitFrame, type Frame } from './frame';
export { keepLineEnds } from './line-ends';
export { DEFAULT_HEADER_LIMITS, type HeaderLimits } from './limits';
export type { Header, HeaderEntry, ReadHeaderOptions } from './header';
export { readHeader } from './read-header';
export { shiftDiagnostics } from './shift-diagnostics';
export { inspect, toRubyString } from './ruby-text';
export { timestampToIso, toJson } from './to-json';
export { isEql } from './safe-yaml/value-map';
export { guessType } from './safe-yaml/guess-type';
export {
  newValueText,
  removeKey,
  setKey,
  type WritableValue,
  type WriteOptions,
  type WriteResult,
} from './write';
export { renderFile, type Envelope, type FileParts } from './render-file';
