export { config } from './config';
export { ConfigError, configProblems } from './config-problems';
