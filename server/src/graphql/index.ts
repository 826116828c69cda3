export { registerGraphql } from './register-graphql';
