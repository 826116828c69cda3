export type { WrongValue } from './checks';
export { config } from './config';
export { ConfigError, configProblems, wrongValues } from './config-problems';
