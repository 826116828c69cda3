export { main } from './main';
export { run, type CommandIo } from './run';
