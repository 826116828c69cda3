import { closeClosingLines } from './closing-lines';

/** After Jest's own summary, so that the lines end the output. */
export default function tearDown(): void {
  closeClosingLines((text) => process.stdout.write(text));
}
