import { openClosingLines } from './closing-lines';

export default openClosingLines;
